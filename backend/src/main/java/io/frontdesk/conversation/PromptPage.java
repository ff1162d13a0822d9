package io.frontdesk.conversation;

/// A part of the prompt that is made from what the records say.
///
/// @param body Markdown; blank if there is nothing to say
public record PromptPage(String heading, String body) {}
