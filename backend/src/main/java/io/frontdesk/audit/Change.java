package io.frontdesk.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was done to a thing. Values before and after are anything that can be written as JSON, and
/// hold no secrets.
///
/// @param action a word such as `create`, `update`, `delete`, `publish`
/// @param resource what kind of thing, in the singular: `service`, `phone_number`
/// @param id the thing's; null where there is one only, or none
/// @param before null if there was nothing
/// @param after null if nothing is left
public record Change(
    String action,
    String resource,
    @Nullable UUID id,
    @Nullable Object before,
    @Nullable Object after) {
  static final String UPDATE = "update";

  public static Change created(String resource, UUID id, Object after) {
    return new Change("create", resource, id, null, after);
  }

  /// Is left out of the log if nothing differs.
  public static Change updated(String resource, UUID id, Object before, Object after) {
    return new Change(UPDATE, resource, id, before, after);
  }

  public static Change deleted(String resource, UUID id, Object before) {
    return new Change("delete", resource, id, before, null);
  }

  /// Something else that was done.
  ///
  /// @param facts what to remember of it; may be empty
  public static Change done(String action, String resource, @Nullable UUID id, Object facts) {
    return new Change(action, resource, id, null, facts);
  }
}
