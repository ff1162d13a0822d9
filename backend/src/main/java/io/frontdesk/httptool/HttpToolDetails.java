package io.frontdesk.httptool;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.web.Problem.FieldProblem;
import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A tool as somebody writes it.
///
/// @param body null for all that the model told
/// @param headers null for none
/// @param secretHeaders headers that are never shown again; null for none
/// @param timeoutSeconds null for five
/// @param result null for all of the answer
/// @param safe null for false
@Introspected
record HttpToolDetails(
    @NotNull
        @Pattern(
            regexp = "[a-z][a-z0-9_]{0,59}",
            message = "must be small letters, digits and _, at most 60, a letter first")
        String name,
    @NotBlank @Size(max = 1000) String description,
    @NotNull JsonNode parameters,
    @NotNull HttpMethod method,
    @NotBlank @Size(max = 2000) String url,
    @Nullable JsonNode body,
    @Size(max = 20) Map<String, @NotNull @Size(max = 2000) String> headers,
    @Size(max = 20) Map<String, @NotNull @Size(max = 4000) String> secretHeaders,
    @Min(1) @Max(6) Integer timeoutSeconds,
    @Size(max = 30) Map<String, @NotNull @Size(max = 300) String> result,
    Boolean safe) {
  private static final int USUAL_SECONDS = 5;

  HttpToolDetails {
    body = body == null || body.isNull() ? null : body;
    headers = Objects.requireNonNullElse(headers, Map.of());
    secretHeaders = Objects.requireNonNullElse(secretHeaders, Map.of());
    timeoutSeconds = Objects.requireNonNullElse(timeoutSeconds, USUAL_SECONDS);
    result = Objects.requireNonNullElse(result, Map.of());
    safe = Objects.requireNonNullElse(safe, false);
  }

  /// What is wrong with it beyond single fields.
  List<FieldProblem> problems() {
    var problems = new ArrayList<FieldProblem>();
    ToolNames.problem(name).ifPresent(why -> problems.add(new FieldProblem("/name", why)));
    var faults = ParameterSchema.problems(parameters);
    faults.forEach(why -> problems.add(new FieldProblem("/parameters", why)));
    if (faults.isEmpty()) {
      var known = Template.known(parameters);
      Template.urlProblem(url, known).ifPresent(why -> problems.add(new FieldProblem("/url", why)));
      if (body != null) {
        Template.bodyProblem(body, known)
            .ifPresent(why -> problems.add(new FieldProblem("/body", why)));
      }
    }
    if (body != null && !method.hasBody()) {
      problems.add(new FieldProblem("/body", "must be left out: this method sends none"));
    }
    headers.forEach((name, value) -> header("/headers", name, value, problems));
    secretHeaders.forEach((name, value) -> header("/secret_headers", name, value, problems));
    result.forEach(
        (name, pointer) -> {
          if (!pointer.isEmpty() && !pointer.startsWith("/")) {
            problems.add(
                new FieldProblem(
                    "/result",
                    "%s must be a JSON pointer such as /order/state".formatted(shown(name))));
          }
        });
    return problems;
  }

  private static void header(String where, String name, String value, List<FieldProblem> problems) {
    Headers.problem(name, value)
        .ifPresent(why -> problems.add(new FieldProblem(where, shown(name) + " " + why)));
  }

  private static String shown(String name) {
    return name.substring(0, Math.min(name.length(), 60));
  }
}
