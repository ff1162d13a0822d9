package io.frontdesk.sandbox.twilio;

import io.frontdesk.sandbox.audio.Voice;
import io.frontdesk.sandbox.caller.Scenario;
import io.frontdesk.sandbox.caller.Scenarios;
import io.frontdesk.sandbox.wire.LoopbackServer;
import io.frontdesk.sandbox.wire.SocketClient;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// Twilio on this machine. Accounts, numbers, texts and calls in progress are kept in a folder and
/// survive a restart.
public final class TwilioStandIn implements AutoCloseable {
  private final Storage storage;
  private final Accounts accounts;
  private final Webhooks webhooks;
  private final SocketClient sockets;
  private final Metronome metronome;
  private final Exchange exchange;
  private final Recordings recordings;
  private final ExecutorService workers;
  private final LoopbackServer server;

  /// How a stand-in is set up.
  ///
  /// @param port 0 = any free one
  /// @param data its own folder; made if it is not there
  /// @param base the service's public address, asked besides the servers of this machine
  /// @param voice of the callers
  /// @param beat how long 20 ms of sound take: 20 ms, or less in tests that need no real time
  public record Settings(
      int port,
      Path data,
      @Nullable URI base,
      WebhookLimits limits,
      List<Scenario> scenarios,
      Voice voice,
      Duration beat) {

    /// Twilio's limits and the shipped callers.
    public static Settings usual(int port, Path data, @Nullable URI base, Voice voice) {
      return new Settings(
          port, data, base, WebhookLimits.TWILIO, Scenarios.shipped(), voice, Metronome.PERIOD);
    }

    /// The same with callers who stay at least so long.
    public Settings staying(Duration atLeast) {
      var patient = scenarios.stream().map(scenario -> scenario.staying(atLeast)).toList();
      return new Settings(port, data, base, limits, patient, voice, beat);
    }
  }

  private TwilioStandIn(Settings settings, Storage storage) {
    this.storage = storage;
    var clock = InstantSource.system();
    var reach = new Reach(settings.base());
    accounts = new Accounts(storage.accounts, clock);
    webhooks = new Webhooks(settings.limits(), reach, clock);
    sockets = new SocketClient("Twilio's stand-in: streams");
    metronome = new Metronome(settings.beat());
    workers = Executors.newVirtualThreadPerTaskExecutor();
    var numbers = new Numbers(storage.numbers);
    var live = new LiveCalls();
    recordings = new Recordings(storage.recordings, settings.data().resolve("sound"), clock);
    recordings.resume();
    var callees = new Callees(storage.callees, settings.scenarios());
    var outbox = new Outbox(storage.messages, numbers, webhooks, clock);
    exchange =
        new Exchange(
            new Network(
                storage,
                accounts,
                numbers,
                callees,
                live,
                recordings,
                new Queues(clock),
                webhooks,
                reach,
                sockets,
                metronome,
                settings.voice(),
                settings.limits().connect(),
                clock,
                workers),
            settings.scenarios());
    var plan = LoopbackServer.named("Twilio's stand-in");
    var api = new RestApi(plan, accounts);
    new AccountResource(api, accounts, numbers, clock);
    new AvailableNumberResource(api, numbers);
    new NumberResource(api, accounts, numbers, clock);
    new MessageResource(api, outbox);
    new CallResource(api, storage.calls, numbers, exchange, clock);
    new ControlApi(api, accounts, numbers, outbox, exchange, storage.calls, settings.scenarios());
    new CalleeApi(api, callees);
    new RecordingResource(api, recordings, storage.calls, live);
    try {
      server = plan.start(settings.port());
      recordings.servedAt(server.uri());
    } catch (RuntimeException e) {
      stopCalls();
      throw e;
    }
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

  /// Takes up the calls that were in progress when it last stopped. To be called once the service
  /// is there to be asked.
  public void resumeCalls() {
    exchange.resume();
  }

  /// How many calls are going on.
  public int liveCalls() {
    return exchange.size();
  }

  /// Stops where it is: calls in progress are kept and can be taken up again.
  @Override
  public void close() {
    server.close();
    stopCalls();
    storage.close();
  }

  private void stopCalls() {
    exchange.unplug();
    webhooks.close();
    exchange.close();
    sockets.close();
    metronome.close();
    workers.close();
  }
}
