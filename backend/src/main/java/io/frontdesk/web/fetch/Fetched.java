package io.frontdesk.web.fetch;

/// What came back.
///
/// @param contentType as it was sent; empty if it was not
/// @param body read as UTF-8
public record Fetched(int status, String contentType, String body) {}
