package io.frontdesk.access;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.UUID;

/// A stored key that signs, has signed or will sign access tokens.
///
/// @param id the token header's `kid`
/// @param encryptedJwk the private key as a JWK, encrypted for the platform
@Introspected
record SigningKey(UUID id, String encryptedJwk, Instant signsFrom) {}
