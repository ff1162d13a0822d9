package io.frontdesk.dashboard;

import io.micronaut.context.annotation.Property;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.http.server.types.files.SystemFile;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What browsers must not do with our answers.
/// Source: https://cheatsheetseries.owasp.org/cheatsheets/HTTP_Headers_Cheat_Sheet.html
@Singleton
class SecurityHeaders {
  private static final String POLICY = "Content-Security-Policy";

  private static final String OF_DATA = "default-src 'none'; frame-ancestors 'none'";

  /// Scripts are files of ours; a style element needs the nonce of its page. Recordings and
  /// greetings are played from memory (`blob:`).
  private static final String OF_PAGES =
      String.join(
          "; ",
          "default-src 'none'",
          "script-src 'self'",
          "style-src 'self'%s",
          "img-src 'self' data: blob:",
          "font-src 'self'",
          "media-src 'self' blob:",
          "connect-src 'self'",
          "manifest-src 'self'",
          "worker-src 'self'",
          "base-uri 'none'",
          "form-action 'self'",
          "frame-ancestors 'none'");

  private static final Map<String, String> OF_ALL =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "DENY",
          "Referrer-Policy", "same-origin",
          "Cross-Origin-Opener-Policy", "same-origin",
          "Cross-Origin-Resource-Policy", "same-origin",
          "Permissions-Policy", "camera=(), geolocation=(), payment=(), usb=(), microphone=(self)");

  private final boolean encrypted;

  /// @param publicUrl where browsers find the service; null for this machine alone
  SecurityHeaders(@Property(name = "webhook.base-url") @Nullable String publicUrl) {
    this.encrypted = publicUrl != null && publicUrl.startsWith("https://");
  }

  /// An answer that is none of the pages; other HTML has scripts and styles in files only.
  MutableHttpResponse<?> guard(MutableHttpResponse<?> response) {
    boolean html = typeOf(response).filter(MediaType.TEXT_HTML_TYPE::matches).isPresent();
    return with(html ? OF_PAGES.formatted("") : OF_DATA, response);
  }

  /// A file's type is written into the answer after all filters.
  private static Optional<MediaType> typeOf(MutableHttpResponse<?> response) {
    return response
        .getContentType()
        .or(
            () ->
                switch (response.body()) {
                  case SystemFile file -> Optional.of(file.getMediaType());
                  case StreamedFile file -> Optional.of(file.getMediaType());
                  case null, default -> Optional.empty();
                });
  }

  /// A page whose styles carry `nonce`.
  MutableHttpResponse<?> guardPage(MutableHttpResponse<?> response, String nonce) {
    return with(OF_PAGES.formatted(" 'nonce-" + nonce + "'"), response);
  }

  private MutableHttpResponse<?> with(String policy, MutableHttpResponse<?> response) {
    MutableHttpHeaders headers = response.getHeaders();
    OF_ALL.forEach(headers::set);
    headers.set(POLICY, policy);
    if (encrypted) {
      headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }
    return response;
  }
}
