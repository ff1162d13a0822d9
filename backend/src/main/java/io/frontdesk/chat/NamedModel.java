package io.frontdesk.chat;

import dev.langchain4j.model.chat.ChatModel;

/// A model that can be asked now.
///
/// @param name as the catalogue and its provider call it
public record NamedModel(String name, ChatModel model) {}
