package io.frontdesk.call;

import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/// Why the business calls somebody.
///
/// @param purpose in the business's own words, as it is said at the start; null if its kind says it
/// all
@Introspected
public record Errand(ScriptType scriptType, @Nullable String purpose) {}
