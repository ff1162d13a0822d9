package io.frontdesk.call;

import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/// With what a receptionist comes back to a caller who was there before.
///
/// @param sentence what is said first, in the language that is spoken; null for the usual apology
/// @param note what happened meanwhile, for the model: "the transfer to Anna failed: no answer";
/// null if nothing did
@Introspected
public record Resumption(@Nullable String sentence, @Nullable String note) {
  /// Nothing is known of but that the line broke.
  public static final Resumption NONE = new Resumption(null, null);

  /// Whether there is anything to be said or known.
  boolean isAny() {
    return sentence != null || note != null;
  }
}
