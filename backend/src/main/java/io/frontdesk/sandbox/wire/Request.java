package io.frontdesk.sandbox.wire;

import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// One HTTP request, read to its end.
public final class Request {
  private final String method;
  private final String uri;
  private final QueryStringDecoder target;
  private final HttpHeaders headers;
  private final byte[] body;
  private final Map<String, String> pathParameters;

  Request(
      String method,
      String uri,
      HttpHeaders headers,
      byte[] body,
      Map<String, String> pathParameters) {
    this.method = method;
    this.uri = uri;
    this.target = new QueryStringDecoder(uri);
    this.headers = headers;
    this.body = body;
    this.pathParameters = pathParameters;
  }

  Request at(Map<String, String> parameters) {
    return new Request(method, uri, headers, body, parameters);
  }

  public String method() {
    return method;
  }

  /// The target as it stood in the request line, path and query, nothing decoded.
  public String uri() {
    return uri;
  }

  /// The decoded path, without the query.
  public String path() {
    return decoded(target::path);
  }

  /// The part of the path that matched `{name}` in the route's pattern.
  ///
  /// @throws IllegalArgumentException if the pattern has no such name
  public String pathParameter(String name) {
    var value = pathParameters.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the route's pattern has no {" + name + "}");
    }
    return value;
  }

  /// The first value of a query parameter, decoded.
  public Optional<String> query(String name) {
    return first(query(), name);
  }

  /// All query parameters, decoded, in their order.
  public Map<String, List<String>> query() {
    return decoded(target::parameters);
  }

  /// The first value of a header; names are case-insensitive.
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  public String body() {
    return new String(body, StandardCharsets.UTF_8);
  }

  public byte[] bodyBytes() {
    return body.clone();
  }

  /// The first value of a field of the form in the body.
  public Optional<String> form(String name) {
    return first(form(), name);
  }

  /// The body read as `application/x-www-form-urlencoded`, fields in their order.
  public Map<String, List<String>> form() {
    return decoded(
        () -> new QueryStringDecoder(body(), StandardCharsets.UTF_8, false, 1024).parameters());
  }

  private static <T> T decoded(Supplier<T> part) {
    try {
      return part.get();
    } catch (IllegalArgumentException e) {
      throw new MalformedRequest(e);
    }
  }

  private static Optional<String> first(Map<String, List<String>> parameters, String name) {
    return parameters.getOrDefault(name, List.of()).stream().findFirst();
  }

  @Override
  public String toString() {
    return method + " " + uri;
  }
}
