package io.frontdesk.voice.turnbased;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonEnumSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchemaElement;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import io.frontdesk.conversation.tool.ToolSpec;
import java.util.List;
import java.util.stream.StreamSupport;

/// The receptionist's tools, as chat models are told of them.
final class ToolList {
  private ToolList() {}

  static List<ToolSpecification> of(List<ToolSpec> tools) {
    return tools.stream().map(ToolList::of).toList();
  }

  private static ToolSpecification of(ToolSpec tool) {
    var parameters = JsonObjectSchema.builder().additionalProperties(false);
    tool.parameters()
        .path("properties")
        .properties()
        .forEach(one -> parameters.addProperty(one.getKey(), of(one.getValue())));
    parameters.required(texts(tool.parameters().path("required")));
    return ToolSpecification.builder()
        .name(tool.name())
        .description(tool.description())
        .parameters(parameters.build())
        .build();
  }

  /// Every parameter is a text, or one of some texts.
  private static JsonSchemaElement of(JsonNode parameter) {
    String description = parameter.path("description").asText();
    return parameter.has("enum")
        ? JsonEnumSchema.builder()
            .description(description)
            .enumValues(texts(parameter.path("enum")))
            .build()
        : JsonStringSchema.builder().description(description).build();
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }
}
