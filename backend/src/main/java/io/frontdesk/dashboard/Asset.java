package io.frontdesk.dashboard;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.util.Locale;

/// A file of the built pages as it goes out.
final class Asset {
  private final byte[] bytes;
  private final MediaType type;
  private final String encoding;

  /// @param encoding how `bytes` are compressed: `br`, `gzip` or `identity`
  Asset(String name, byte[] bytes, String encoding) {
    this.bytes = bytes;
    this.type = typeOf(name);
    this.encoding = encoding;
  }

  MutableHttpResponse<byte[]> response() {
    var response =
        HttpResponse.ok(bytes).contentType(type).header(HttpHeaders.VARY, "Accept-Encoding");
    return encoding.equals("identity")
        ? response
        : response.header(HttpHeaders.CONTENT_ENCODING, encoding);
  }

  private static MediaType typeOf(String name) {
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return MediaType.of(
        switch (ending) {
          case "js" -> "text/javascript; charset=utf-8";
          case "css" -> "text/css; charset=utf-8";
          case "svg" -> "image/svg+xml";
          case "png" -> "image/png";
          case "ico" -> "image/x-icon";
          case "woff2" -> "font/woff2";
          case "txt" -> "text/plain; charset=utf-8";
          case "json", "map", "webmanifest" -> "application/json";
          default -> "application/octet-stream";
        });
  }
}
