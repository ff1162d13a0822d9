package io.frontdesk.testing;

import io.frontdesk.database.Login;
import io.frontdesk.sandbox.audio.Voice;
import io.frontdesk.sandbox.openai.OpenAiStandIn;
import io.frontdesk.sandbox.twilio.TwilioStandIn;
import io.frontdesk.secrets.Secrets;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/// Nodes with one database and one address, each a process; Twilio and the model are elsewhere, and
/// outlive all of them.
public final class Installation implements AutoCloseable {
  private final Balancer balancer = new Balancer();
  private final OpenAiStandIn model;
  private final Map<ServiceProcess, Integer> nodes = new LinkedHashMap<>();
  private final Path folder;
  private final TwilioStandIn twilio;
  private final Map<String, String> settings = new HashMap<>();

  /// @param folder an empty one
  /// @param more settings of each node
  public Installation(Path folder, Map<String, String> more) {
    this.folder = folder;
    String key = OpenAiStandIn.newApiKey();
    model = OpenAiStandIn.start(0, key);
    twilio =
        TwilioStandIn.start(
            TwilioStandIn.Settings.usual(0, folder.resolve("twilio"), null, new Voice()));
    var logins = TestDatabase.another();
    Secrets.of(Map.of(), folder);
    settings.put("DATABASE_URL", url(logins.app()));
    settings.put("DATABASE_MIGRATION_URL", url(logins.owner()));
    settings.put("SECRETS_KEYSET_FILE", folder.resolve("keyset.json").toString());
    settings.put("WEBHOOK_BASE_URL", balancer.url());
    settings.put("TWILIO_API_URL", twilio.uri().toString());
    settings.put("TWILIO_ACCOUNT_SID", twilio.accountSid());
    settings.put("TWILIO_AUTH_TOKEN", twilio.authToken());
    settings.put("OPENAI_API_URL", model.uri().toString());
    settings.put("OPENAI_REALTIME_URL", model.realtimeUri().toString());
    settings.put("OPENAI_API_KEY", key);
    // What is slow here is the machine; who asks often is a test.
    settings.put("VOICE_PATIENCE_FIRST_WORD", "60s");
    settings.put("VOICE_PATIENCE_SENTENCE", "60s");
    settings.put("VOICE_LONGEST_PAUSE", "60s");
    settings.put("VOICE_PROVIDER_PAUSE", "0s");
    settings.put("LIMITS_REQUESTS_PER_SECOND", "100000");
    settings.put("LIMITS_REQUEST_BURST", "100000");
    settings.putAll(more);
  }

  /// Starts a node, and waits until it serves and gets its share.
  ///
  /// @param name no other's
  public ServiceProcess node(String name) {
    int port = FreePort.find();
    var own = new HashMap<>(settings);
    own.put("PORT", Integer.toString(port));
    var node = ServiceProcess.start(folder.resolve(name), own);
    nodes.put(node, port);
    node.awaitOpen();
    balancer.add(port);
    return node;
  }

  /// How many calls have their stream with this node.
  public int streams(ServiceProcess node) {
    return balancer.streams(Objects.requireNonNull(nodes.get(node)));
  }

  @Override
  public void close() throws IOException {
    for (ServiceProcess node : nodes.keySet()) {
      node.close();
    }
    twilio.close();
    model.close();
    balancer.close();
  }

  private static String url(Login login) {
    return "%s?user=%s&password=%s"
        .formatted(
            login.url(),
            URLEncoder.encode(login.user(), StandardCharsets.UTF_8),
            URLEncoder.encode(login.password(), StandardCharsets.UTF_8));
  }
}
