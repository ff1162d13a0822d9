package io.frontdesk.analysis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.model.chat.request.json.JsonAnyOfSchema;
import dev.langchain4j.model.chat.request.json.JsonEnumSchema;
import dev.langchain4j.model.chat.request.json.JsonNullSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.request.json.JsonSchemaElement;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import io.frontdesk.call.Sentiment;
import io.frontdesk.call.Urgency;
import io.frontdesk.receptionist.IntakeQuestion;
import io.frontdesk.web.CleanText;
import io.frontdesk.web.WireName;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the model is to fill in after a call: the same questions for all businesses, and the intake
/// questions of the receptionist that held it. Its answer is believed only as far as it keeps to
/// the form.
final class Form {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LINE = 200;
  private static final int WISH = 500;
  private static final int TEXT = 2000;

  private final List<IntakeQuestion> intake;

  Form(List<IntakeQuestion> intake) {
    this.intake = intake;
  }

  /// As OpenAI's strict mode wants it: every property required, what may be unknown nullable.
  /// Source: https://platform.openai.com/docs/guides/structured-outputs
  JsonSchema schema() {
    var properties = new LinkedHashMap<String, JsonSchemaElement>();
    properties.put("name", orNull("The caller's name, as they gave it.", new JsonStringSchema()));
    properties.put(
        "phone",
        orNull(
            "The caller's own telephone number in digits, if they said one.",
            new JsonStringSchema()));
    properties.put(
        "intent", orNull("What the caller wants, in at most ten words.", new JsonStringSchema()));
    properties.put(
        "urgency",
        orNull(
            "How urgent it is by what the caller says; emergency only for danger or damage now.",
            choice(Urgency.values())));
    properties.put(
        "summary",
        JsonStringSchema.builder()
            .description("What the caller wanted and what came of it, in one to three sentences.")
            .build());
    properties.put("sentiment", choice(Sentiment.values()));
    if (!intake.isEmpty()) {
      properties.put("fields", closed(fields()));
    }
    return JsonSchema.builder().name("call").rootElement(closed(properties)).build();
  }

  private Map<String, JsonSchemaElement> fields() {
    var fields = new LinkedHashMap<String, JsonSchemaElement>();
    for (var question : intake) {
      fields.put(question.key(), orNull(description(question), answer(question)));
    }
    return fields;
  }

  private static JsonSchemaElement answer(IntakeQuestion question) {
    return isChoice(question)
        ? JsonEnumSchema.builder().enumValues(question.choices()).build()
        : new JsonStringSchema();
  }

  private static boolean isChoice(IntakeQuestion question) {
    return question.type() == IntakeQuestion.Type.CHOICE && !question.choices().isEmpty();
  }

  /// As the caller said it: what it was taken from is looked for in the transcript.
  private static String description(IntakeQuestion question) {
    return switch (question.type()) {
      case TEXT, CHOICE -> question.question();
      case MONEY -> question.question() + " An amount of money, in the caller's words.";
      case DATE -> question.question() + " A date, in the caller's words.";
      case ADDRESS -> question.question() + " An address, whole.";
      case PHONE -> question.question() + " A telephone number, in digits.";
      case EMAIL -> question.question() + " An e-mail address.";
    };
  }

  /// @param filled the model's answer
  /// @throws IllegalArgumentException if it does not keep to the form
  Findings read(String filled) {
    JsonNode form = parse(filled);
    var answers = new LinkedHashMap<String, String>();
    for (var question : intake) {
      text(form.path("fields").path(question.key()), TEXT)
          .filter(answer -> !isChoice(question) || question.choices().contains(answer))
          .ifPresent(answer -> answers.put(question.key(), answer));
    }
    return new Findings(
        text(form.path("name"), LINE).orElse(null),
        text(form.path("phone"), LINE).orElse(null),
        text(form.path("intent"), WISH).orElse(null),
        choice(form.path("urgency"), Urgency.values()).orElse(null),
        text(form.path("summary"), TEXT).orElseThrow(() -> astray("has no summary")),
        choice(form.path("sentiment"), Sentiment.values())
            .orElseThrow(() -> astray("has no sentiment")),
        answers);
  }

  private static JsonNode parse(String filled) {
    try {
      JsonNode form = JSON.readTree(filled);
      if (form != null && form.isObject()) {
        return form;
      }
    } catch (JsonProcessingException e) {
      // Said below, without the words of the call that the parser would quote.
    }
    throw astray("is not a JSON object");
  }

  private static Optional<String> text(JsonNode value, int most) {
    if (!value.isTextual()) {
      return Optional.empty();
    }
    String text = CleanText.of(value.textValue().strip());
    return text.isEmpty()
        ? Optional.empty()
        : Optional.of(text.substring(0, text.offsetByCodePoints(0, Math.min(most, count(text)))));
  }

  private static int count(String text) {
    return text.codePointCount(0, text.length());
  }

  private static <E extends Enum<E>> Optional<E> choice(JsonNode value, E[] choices) {
    return Arrays.stream(choices)
        .filter(choice -> WireName.of(choice).equals(value.textValue()))
        .findFirst();
  }

  private static JsonEnumSchema choice(Enum<?>[] choices) {
    return JsonEnumSchema.builder()
        .enumValues(Arrays.stream(choices).map(WireName::of).toList())
        .build();
  }

  private static JsonSchemaElement orNull(String description, JsonSchemaElement kind) {
    return JsonAnyOfSchema.builder()
        .description(description)
        .anyOf(kind, new JsonNullSchema())
        .build();
  }

  private static JsonObjectSchema closed(Map<String, JsonSchemaElement> properties) {
    return JsonObjectSchema.builder()
        .addProperties(properties)
        .required(List.copyOf(properties.keySet()))
        .additionalProperties(false)
        .build();
  }

  private static IllegalArgumentException astray(String how) {
    return new IllegalArgumentException("the model's answer " + how);
  }
}
