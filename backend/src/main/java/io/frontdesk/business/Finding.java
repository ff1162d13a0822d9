package io.frontdesk.business;

import io.micronaut.core.annotation.Introspected;

/// Something that is wrong with an account, found by using it.
///
/// @param code a stable name for programs, for example `wrong_token`
/// @param detail a sentence for its owner: what is wrong and what to do
@Introspected
public record Finding(String code, String detail) {}
