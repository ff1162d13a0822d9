package io.frontdesk.sandbox.twilio;

import io.frontdesk.sandbox.wire.LoopbackServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// Twilio on this machine. Accounts, numbers, texts and calls in progress are kept in a folder and
/// survive a restart.
public final class TwilioStandIn implements AutoCloseable {
  private final Storage storage;
  private final Accounts accounts;
  private final Webhooks webhooks;
  private final LoopbackServer server;

  /// How a stand-in is set up.
  ///
  /// @param port 0 = any free one
  /// @param data its own folder; made if it is not there
  /// @param base the service's public address, asked besides the servers of this machine
  public record Settings(int port, Path data, @Nullable URI base, WebhookLimits limits) {}

  private TwilioStandIn(Settings settings, Storage storage) {
    this.storage = storage;
    var clock = InstantSource.system();
    accounts = new Accounts(storage.accounts, clock);
    webhooks = new Webhooks(settings.limits(), new Reach(settings.base()), clock);
    var numbers = new Numbers(storage.numbers);
    var outbox = new Outbox(storage.messages, numbers, webhooks, clock);
    var plan = LoopbackServer.named("Twilio's stand-in");
    var api = new RestApi(plan, accounts);
    new AccountResource(api, accounts, numbers, clock);
    new AvailableNumberResource(api, numbers);
    new NumberResource(api, accounts, numbers, clock);
    new MessageResource(api, outbox);
    new CallResource(api, storage.calls);
    server = plan.start(settings.port());
  }

  /// Starts to serve.
  ///
  /// @throws io.frontdesk.sandbox.wire.PortTaken if another program has the port
  /// @throws DataTaken if another stand-in has the folder
  /// @throws UnreadableData if a file in the folder is damaged
  public static TwilioStandIn start(Settings settings) {
    var storage = Storage.open(settings.data());
    try {
      return new TwilioStandIn(settings, storage);
    } catch (RuntimeException e) {
      storage.close();
      throw e;
    }
  }

  /// Where its REST API is, for example `http://127.0.0.1:9010`.
  public URI uri() {
    return server.uri();
  }

  /// The master account.
  public String accountSid() {
    return accounts.master().sid();
  }

  /// The master account's secret.
  public String authToken() {
    return accounts.master().authToken();
  }

  @Override
  public void close() {
    server.close();
    webhooks.close();
    storage.close();
  }
}
