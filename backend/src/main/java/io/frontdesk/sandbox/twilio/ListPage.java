package io.frontdesk.sandbox.twilio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frontdesk.sandbox.wire.Request;
import io.frontdesk.sandbox.wire.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One page of a list, with links to its neighbours.
/// Source: https://www.twilio.com/docs/usage/twilios-response#pagination
final class ListPage {
  private static final Set<String> PAGING = Set.of("PageSize", "Page", "PageToken");
  private static final int USUAL_SIZE = 50;
  private static final int MAX_SIZE = 1000;

  private ListPage() {}

  /// The page that the request asks for.
  ///
  /// @param key the name of the list in the answer, for example `calls`
  /// @param filters the query parameters that the list was filtered by; others are refused rather
  ///     than ignored
  static <T> Response of(
      Request request, String key, Set<String> filters, List<T> all, Function<T, JsonNode> json) {
    for (var name : request.query().keySet()) {
      if (!PAGING.contains(name) && !filters.contains(name)) {
        throw RestError.invalid(20001, "The stand-in cannot filter this list by " + name);
      }
    }
    var size = Math.min(MAX_SIZE, number(request, "PageSize", 1, USUAL_SIZE));
    var page = number(request, "Page", 0, 0);
    var start = Math.min((long) page * size, all.size());
    var end = Math.min(start + size, all.size());
    var body = Json.object();
    var items = body.putArray(key);
    all.subList((int) start, (int) end).forEach(item -> items.add(json.apply(item)));
    body.put("page", page)
        .put("page_size", size)
        .put("start", start)
        .put("end", Math.max(start, end - 1));
    body.put("uri", link(request, page, size));
    body.put("first_page_uri", link(request, 0, size));
    put(body, "next_page_uri", end < all.size() ? link(request, page + 1, size) : null);
    put(body, "previous_page_uri", page > 0 ? link(request, page - 1, size) : null);
    return RestApi.ok(body);
  }

  private static void put(ObjectNode body, String name, @Nullable String value) {
    body.put(name, value);
  }

  static int number(Request request, String name, int min, int otherwise) {
    try {
      return request
          .query(name)
          .map(Integer::parseInt)
          .map(n -> Math.max(min, n))
          .orElse(otherwise);
    } catch (NumberFormatException e) {
      throw RestError.invalid(20001, "Parameter %s is not a number".formatted(name));
    }
  }

  private static String link(Request request, int page, int size) {
    var query = new TreeMap<String, String>();
    request.query().forEach((name, values) -> query.put(name, values.getFirst()));
    query.put("PageSize", "" + size);
    query.put("Page", "" + page);
    var text = new StringBuilder(request.path());
    var separator = '?';
    for (var entry : query.entrySet()) {
      text.append(separator)
          .append(entry.getKey())
          .append('=')
          .append(URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8));
      separator = '&';
    }
    return text.toString();
  }
}
