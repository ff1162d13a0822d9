package io.frontdesk.call;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.core.annotation.Introspected;

/// A function call of the model and what it was answered.
///
/// @param id the model's id of the function call
/// @param tool for example `take_message`
@Introspected
public record ToolCall(String id, String tool, JsonNode arguments, JsonNode output) {}
