package io.frontdesk.dashboard;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/// An address that the service does not know is the pages' own, if a person's browser asks for it:
/// they share one HTML document, and their router reads the address. Sees to the headers of every
/// answer too.
@ServerFilter("/**")
class PageFilter implements Ordered {
  private static final int NONCE_BYTES = 18;

  /// What is never a page: programs' addresses, and files, which have a dot in their last step.
  private static final Pattern NO_PAGE =
      Pattern.compile("/(?:api|health|info|assets|[.]well-known)(?:/.*)?|.*[.][^/]*");

  private final Pages pages;
  private final SecurityHeaders headers;
  private final SecureRandom random = new SecureRandom();

  PageFilter(Pages pages, SecurityHeaders headers) {
    this.pages = pages;
    this.headers = headers;
  }

  /// Outermost: it sees what the browser would get.
  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }

  @ResponseFilter
  MutableHttpResponse<?> after(HttpRequest<?> request, MutableHttpResponse<?> response) {
    if (response.status() == HttpStatus.NOT_FOUND && isForAPerson(request)) {
      String nonce = nonce();
      var page = pages.index(nonce);
      if (page.isPresent()) {
        return headers.guardPage(
            HttpResponse.ok(page.get())
                .contentType(MediaType.of("text/html; charset=utf-8"))
                .header(HttpHeaders.CACHE_CONTROL, "no-cache"),
            nonce);
      }
    }
    return headers.guard(response);
  }

  private static boolean isForAPerson(HttpRequest<?> request) {
    return (request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD)
        && !NO_PAGE.matcher(request.getPath()).matches()
        && String.join(",", request.getHeaders().getAll(HttpHeaders.ACCEPT)).contains("text/html");
  }

  private String nonce() {
    byte[] bytes = new byte[NONCE_BYTES];
    random.nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
