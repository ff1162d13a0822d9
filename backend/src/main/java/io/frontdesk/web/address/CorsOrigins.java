package io.frontdesk.web.address;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.server.HttpServerConfiguration.CorsConfiguration;
import io.micronaut.http.server.cors.CorsOriginConfiguration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which other pages' scripts may call the API, with tokens that they were given: those of
/// `CORS_ORIGINS`, and unless it is set none. Cookies are never for them.
@Context
class CorsOrigins implements BeanCreatedEventListener<CorsConfiguration> {
  private static final Pattern ORIGIN = Pattern.compile("https?://[A-Za-z0-9.\\[\\]:-]+");
  private static final long REMEMBERED_SECONDS = 600;

  private final List<String> origins;

  /// @param list origins separated by commas; null or blank: none
  /// @throws ConfigurationException if something in it is no origin
  CorsOrigins(@Property(name = "cors.origins") @Nullable String list) {
    this.origins =
        Stream.of((list == null ? "" : list).split(","))
            .map(String::strip)
            .filter(origin -> !origin.isEmpty())
            .map(CorsOrigins::origin)
            .toList();
  }

  private static String origin(String text) {
    if (!ORIGIN.matcher(text).matches()) {
      throw new ConfigurationException(
          "CORS_ORIGINS has \"%s\": expected origins such as https://app.example.com,"
                  .formatted(text)
              + " without a path, separated by commas.");
    }
    return text;
  }

  @Override
  public CorsConfiguration onCreated(BeanCreatedEvent<CorsConfiguration> created) {
    CorsConfiguration cors = created.getBean();
    if (!origins.isEmpty()) {
      var named = new CorsOriginConfiguration();
      named.setAllowedOrigins(origins);
      named.setAllowedMethods(
          List.of(
              HttpMethod.GET,
              HttpMethod.POST,
              HttpMethod.PUT,
              HttpMethod.PATCH,
              HttpMethod.DELETE));
      named.setAllowedHeaders(
          List.of("Authorization", "Content-Type", "If-Match", "Idempotency-Key"));
      named.setExposedHeaders(
          List.of(
              "ETag",
              "Idempotency-Replayed",
              "Location",
              "RateLimit",
              "RateLimit-Policy",
              "Retry-After"));
      named.setAllowCredentials(false);
      named.setMaxAge(REMEMBERED_SECONDS);
      cors.setConfigurations(Map.of("named", named));
      cors.setSingleHeader(true);
      cors.setEnabled(true);
    }
    return cors;
  }
}
