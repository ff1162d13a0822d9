package io.frontdesk.web;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.frontdesk.web.Problem.FieldProblem;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Says what is wrong with JSON in the reader's terms: a pointer and a sentence, nothing about
/// Java.
final class JsonFaults {
  private JsonFaults() {}

  /// JSON that cannot be read is malformed (400); JSON whose value is out of what its field means
  /// is rejected (422).
  static RequestException malformed(JacksonException e) {
    if (!(e instanceof JsonMappingException mapping) || mapping.getPath().isEmpty()) {
      return new RequestException.Malformed(
          "The body is not the JSON that is expected here.", List.of());
    }
    var field = new FieldProblem(pointer(mapping), detail(mapping));
    return rejects(mapping)
        ? new RequestException.Rejected(List.of(field))
        : new RequestException.Malformed("A field has the wrong type; see errors.", List.of(field));
  }

  private static boolean rejects(JsonMappingException e) {
    return e instanceof ValueInstantiationException
        || e.getCause() instanceof DateTimeException
        || (e instanceof InvalidFormatException format
            && (format.getTargetType() == String.class
                || format.getTargetType().isEnum()
                || format.getValue() instanceof Instant));
  }

  private static String detail(JsonMappingException e) {
    return switch (e) {
      case InvalidFormatException format
          when format.getTargetType() == String.class || format.getValue() instanceof Instant ->
          format.getOriginalMessage();
      case InvalidFormatException format when format.getTargetType().isEnum() ->
          "must be one of: " + choices(format.getTargetType());
      case ValueInstantiationException value
          when value.getCause() instanceof IllegalArgumentException reason ->
          String.valueOf(reason.getMessage());
      case MismatchedInputException mismatch when mismatch.getTargetType() != null ->
          "must be " + kind(mismatch.getTargetType());
      default -> "cannot be read";
    };
  }

  private static String choices(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(choice -> choice.toString().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }

  private static String kind(Class<?> type) {
    if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
      return "a number in range";
    }
    if (Iterable.class.isAssignableFrom(type)) {
      return "a list";
    }
    return switch (type.getSimpleName()) {
      case "String" -> "text";
      case "UUID" -> "an id";
      case "Instant", "OffsetDateTime" -> "a time such as 2026-11-24T14:00:00Z";
      case "LocalDate" -> "a date such as 2026-11-24";
      case "LocalTime" -> "a time of day such as 09:30";
      case "ZoneId" -> "a time zone such as America/New_York";
      default -> "of another type";
    };
  }

  private static String pointer(JsonMappingException e) {
    return e.getPath().stream()
        .map(
            step ->
                step.getFieldName() == null
                    ? "/" + step.getIndex()
                    : "/" + step.getFieldName().replace("~", "~0").replace("/", "~1"))
        .collect(Collectors.joining());
  }
}
