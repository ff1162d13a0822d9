package io.frontdesk.web.fetch;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A request that goes to an address that a tenant gave.
///
/// @param headers the tenant's own; they stay with the origin that they were meant for
/// @param body sent with the `Content-Type` among the headers; null for none
public record Outgoing(String method, URI url, Map<String, String> headers, @Nullable String body) {
  private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}");
  private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7e\\x80-\\xff]{0,4000}");

  /// What says how a message is framed or where it goes is not the tenant's to say.
  private static final Set<String> OURS =
      Set.of(
          "connection",
          "content-length",
          "cookie",
          "expect",
          "host",
          "keep-alive",
          "proxy-authorization",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  public Outgoing {
    headers = Map.copyOf(headers);
  }

  public static Outgoing get(URI url) {
    return new Outgoing("GET", url, Map.of(), null);
  }

  /// @throws FetchFailed if a header is none, or is not the tenant's to set
  void checkHeaders() throws FetchFailed {
    for (var header : headers.entrySet()) {
      String name = header.getKey();
      if (!NAME.matcher(name).matches() || OURS.contains(name.toLowerCase(Locale.ROOT))) {
        throw FetchFailed.refused("The header \"%s\" cannot be set.".formatted(name));
      }
      if (!VALUE.matcher(header.getValue()).matches()) {
        throw FetchFailed.refused("The header %s has a value that cannot be sent.".formatted(name));
      }
    }
  }

  /// The same request at the address that an answer with this status names: as browsers do it.
  Outgoing redirected(int status, URI to) {
    boolean looks = method.equals("GET") || method.equals("HEAD");
    boolean keeps = looks || status == 307 || status == 308;
    var carried = isSameOrigin(to) ? headers : Map.<String, String>of();
    return keeps ? new Outgoing(method, to, carried, body) : new Outgoing("GET", to, carried, null);
  }

  private boolean isSameOrigin(URI other) {
    return url.getScheme().equalsIgnoreCase(String.valueOf(other.getScheme()))
        && url.getRawAuthority().equalsIgnoreCase(String.valueOf(other.getRawAuthority()));
  }
}
