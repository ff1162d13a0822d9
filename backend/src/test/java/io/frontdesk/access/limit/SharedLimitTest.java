package io.frontdesk.access.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontdesk.testing.Api;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RedisServer;
import io.frontdesk.testing.RunningService;
import io.frontdesk.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Limits that several nodes hold together.
@Execution(ExecutionMode.CONCURRENT)
class SharedLimitTest {
  private static final int BURST = 60;

  @TempDir Path data;

  @Test
  void twoNodesCountTogetherAndWhileRedisIsAwayEachByItself() throws IOException {
    try (var redis = RedisServer.start()) {
      Map<String, Object> database = TestDatabase.another().properties();
      var settings = new HashMap<String, Object>();
      settings.put("redis.url", redis.url());
      settings.put("limits.requests-per-second", 1);
      settings.put("limits.request-burst", BURST);
      try (var one = RunningService.start(database, with(settings, "frontdesk.data-dir", data));
          var two = RunningService.start(database, with(settings, "secrets.keyset", keyset()))) {
        var owner = Owner.signUp(one, "Ace Garage Doors");
        Api elsewhere = owner.logIn(two.api());
        await()
            .untilAsserted(
                () -> {
                  int before = left(elsewhere);
                  for (int i = 0; i < 5; i++) {
                    owner.api().get("/api/v1/me");
                  }
                  assertThat(left(elsewhere)).isLessThan(before - 3);
                });

        RateLimitTest.askUntilRefused(owner.api());
        assertThat(left(elsewhere)).as("what the other node has left").isLessThan(10);
        assertThat(RateLimitTest.askUntilRefused(elsewhere).status()).isEqualTo(429);

        redis.stop();
        assertThat(elsewhere.get("/api/v1/me").status()).isEqualTo(200);
        assertThat(owner.api().get("/api/v1/me").status()).isEqualTo(200);
        assertThat(left(elsewhere)).isGreaterThan(BURST / 2);

        redis.startAgain();
        await()
            .untilAsserted(
                () -> {
                  RateLimitTest.askUntilRefused(owner.api());
                  assertThat(left(elsewhere)).isLessThan(10);
                });
      }
    }
  }

  @Test
  void aServiceStartsWhileRedisIsAway() {
    try (var service =
        RunningService.start(Map.<String, Object>of("redis.url", "redis://127.0.0.1:1"))) {
      var owner = Owner.signUp(service, "Ace Garage Doors");

      assertThat(owner.api().get("/api/v1/me").status()).isEqualTo(200);
      assertThat(owner.api().get("/api/v1/me").header("ratelimit")).contains("\"tenant\";r=");
    }
  }

  private String keyset() throws IOException {
    return Files.readString(data.resolve("keyset.json"));
  }

  private static Map<String, Object> with(Map<String, Object> settings, String key, Object value) {
    var all = new HashMap<>(settings);
    all.put(key, value.toString());
    return all;
  }

  private static int left(Api api) {
    return Integer.parseInt(
        api.get("/api/v1/me").header("ratelimit").replaceFirst(".*\"tenant\";r=(\\d+).*", "$1"));
  }
}
