package io.frontdesk.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Introspected;
import java.util.List;

/// An error as the API tells it.
/// Source: https://www.rfc-editor.org/rfc/rfc9457
///
/// @param type a stable name for programs: `/problems/<name>`
/// @param title the same for every problem of this type
/// @param detail what happened here, and what to do
/// @param instance the path that was asked for
/// @param errors what is wrong in the input, field by field; left out when empty
@Introspected
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String instance,
    List<FieldProblem> errors) {

  /// What is wrong with one field.
  ///
  /// @param pointer a JSON pointer into the body, or `/<name>` of a query parameter
  @Introspected
  public record FieldProblem(String pointer, String detail) {}
}
