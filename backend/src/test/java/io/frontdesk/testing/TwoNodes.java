package io.frontdesk.testing;

import io.frontdesk.secrets.Secrets;
import io.frontdesk.twilio.TwilioConfiguration;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// Two nodes of one installation: with one database, one keyset, and one account at Twilio's
/// stand-in, which runs in the first.
///
/// @param one where the stand-in runs
public record TwoNodes(RunningService one, RunningService other) implements AutoCloseable {
  /// @param data an empty folder, for the keyset
  public static TwoNodes start(Path data) {
    return start(data, Map.of());
  }

  /// The same with settings.
  public static TwoNodes start(Path data, Map<String, Object> settings) {
    var database = TestDatabase.another().properties();
    Secrets.of(Map.of(), data);
    var shared = new HashMap<>(settings);
    shared.put("secrets.keyset-file", data.resolve("keyset.json").toString());
    var one = RunningService.start(database, shared);
    try {
      var twilio = one.bean(TwilioConfiguration.class);
      shared.put("twilio.api-url", String.valueOf(twilio.apiUrl()));
      shared.put("twilio.account-sid", String.valueOf(twilio.accountSid()));
      shared.put("twilio.auth-token", String.valueOf(twilio.authToken()));
      return new TwoNodes(one, RunningService.start(database, shared));
    } catch (RuntimeException e) {
      one.close();
      throw e;
    }
  }

  @Override
  public void close() {
    try (one;
        other) {
      // Both end, whatever becomes of the other.
    }
  }
}
