package io.frontdesk.access;

import java.util.UUID;

/// A person whose password or token was found right, and the business they work in now.
public record SignedIn(UUID userId, String email, Membership membership) {}
