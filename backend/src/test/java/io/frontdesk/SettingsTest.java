package io.frontdesk;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.testing.RunningService;
import io.micronaut.context.exceptions.ConfigurationException;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A setting that means nothing is named at the start, not at the first request.
class SettingsTest {
  @ParameterizedTest
  @CsvSource({
    "trusted.proxies, my-proxy, TRUSTED_PROXIES",
    "fetch.also, intranet, FETCH_ALSO",
    "cors.origins, crm.example, CORS_ORIGINS",
    "redis.url, valkey, REDIS_URL"
  })
  void anAddressThatIsNoneStopsTheStart(String property, String value, String variable) {
    assertThatThrownBy(() -> RunningService.start(Map.of(property, value)))
        .rootCause()
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(variable);
  }
}
