package io.frontdesk.web.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.testing.Api.Answer;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RawConnection;
import io.frontdesk.testing.RunningService;
import io.micronaut.context.exceptions.ConfigurationException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Which scripts of other origins may call the API: none, unless the operator names them.
@Execution(ExecutionMode.CONCURRENT)
class CorsTest {
  private static final String NAMED = "https://crm.example";
  private static final String OTHER = "https://evil.example";

  @Test
  void unlessConfiguredNoOriginIsAllowed() {
    var service = RunningService.shared();
    for (String origin : List.of(NAMED, OTHER, "null")) {
      assertThat(preflight(service, origin)).doesNotContain("access-control-");
      assertThat(read(Owner.signUp(service, "Ace"), origin).headers().keySet())
          .noneMatch(name -> name.startsWith("access-control-"));
    }
  }

  @Test
  void aNamedOriginMayCallWithATokenAndNobodyElse() {
    try (var service = RunningService.start(Map.of("cors.origins", NAMED + ", http://x.example"))) {
      var owner = Owner.signUp(service, "Ace");

      assertThat(preflight(service, NAMED))
          .startsWith("http/1.1 200")
          .contains("access-control-allow-origin: " + NAMED)
          .contains("access-control-allow-methods: post")
          .contains("access-control-allow-headers: authorization,if-match")
          .contains("access-control-max-age: 600")
          .doesNotContain("allow-credentials");
      var answer = read(owner, NAMED);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("access-control-allow-origin")).isEqualTo(NAMED);
      assertThat(answer.header("access-control-expose-headers")).contains("RateLimit", "ETag");
      assertThat(answer.header("vary")).contains("Origin");
      assertThat(answer.headers()).doesNotContainKey("access-control-allow-credentials");

      assertThat(preflight(service, OTHER)).doesNotContain("access-control-");
      assertThat(read(owner, OTHER).headers().keySet())
          .noneMatch(name -> name.startsWith("access-control-"));
    }
  }

  @Test
  void whatIsNoOriginInTheSettingIsNamed() {
    for (String bad : List.of("*", "crm.example", "https://crm.example/path", "null")) {
      assertThatThrownBy(() -> new CorsOrigins(bad))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("CORS_ORIGINS")
          .hasMessageContaining(bad);
    }
  }

  /// In lower case: header names are as the server likes them.
  private static String preflight(RunningService service, String origin) {
    try (var connection = RawConnection.to(service)) {
      connection.send(
          """
          OPTIONS /api/v1/leads HTTP/1.1
          Host: api.example
          Origin: %s
          Access-Control-Request-Method: POST
          Access-Control-Request-Headers: authorization,if-match
          Connection: close

          """
              .formatted(origin)
              .replace("\n", "\r\n"));
      return connection.readAll().toLowerCase(Locale.ROOT);
    }
  }

  private static Answer read(Owner owner, String origin) {
    return owner.api().send("GET", "/api/v1/leads", null, Map.of("Origin", origin));
  }
}
