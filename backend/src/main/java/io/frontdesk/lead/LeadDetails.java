package io.frontdesk.lead;

import io.frontdesk.call.Urgency;
import io.frontdesk.tenancy.E164;
import io.frontdesk.web.Problem.FieldProblem;
import io.micronaut.core.annotation.Introspected;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What people edit of a lead.
///
/// @param fields answers to intake questions, by key; a changed one counts as verified
@Introspected
record LeadDetails(
    @NotNull E164 phone,
    @Nullable @Size(max = 200) String name,
    @Nullable @Email @Size(max = 254) String email,
    @NotNull LeadStatus status,
    @Nullable Urgency urgency,
    @Nullable @Size(max = 500) String intent,
    @Valid @Size(max = 50) Map<String, @Valid Answer> fields) {

  /// @param value in the caller's or the writer's words
  @Introspected
  record Answer(@NotBlank @Size(max = 2000) String value) {}

  LeadDetails {
    fields = given(fields);
  }

  static LeadDetails of(Lead lead) {
    var answers = new TreeMap<String, Answer>();
    lead.fields().forEach((key, field) -> answers.put(key, new Answer(field.value())));
    return new LeadDetails(
        lead.phone(),
        lead.name(),
        lead.email(),
        lead.status(),
        lead.urgency(),
        lead.intent(),
        answers);
  }

  /// Keys that no intake question can have.
  List<FieldProblem> problems() {
    return fields.keySet().stream()
        .filter(key -> !key.matches("[a-z][a-z0-9_]{0,39}"))
        .map(
            key ->
                new FieldProblem(
                    "/fields/" + key.replace("~", "~0").replace("/", "~1"),
                    "must be named by lower-case letters, digits and _, a letter first, at most"
                        + " 40"))
        .toList();
  }

  /// A null says that there is no answer.
  private static Map<String, Answer> given(@Nullable Map<String, Answer> fields) {
    var given = new TreeMap<String, Answer>();
    if (fields != null) {
      fields.forEach(
          (key, answer) -> {
            if (answer != null) {
              given.put(key, answer);
            }
          });
    }
    return given;
  }
}
