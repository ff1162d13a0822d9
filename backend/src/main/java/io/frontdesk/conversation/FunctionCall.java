package io.frontdesk.conversation;

/// A tool that the model wants to be run.
/// @param callId the model's id of this one use; the answer carries it
/// @param arguments JSON as the model wrote it, which may be anything
public record FunctionCall(String callId, String name, String arguments) {}
