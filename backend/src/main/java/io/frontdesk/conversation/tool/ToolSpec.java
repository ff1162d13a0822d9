package io.frontdesk.conversation.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// A tool as the model is told of it.
/// @param description when to use it and how, for the model
/// @param parameters JSON Schema of an object
public record ToolSpec(String name, String description, ObjectNode parameters) {}
