package io.frontdesk.sandbox;

import io.frontdesk.sandbox.audio.Voice;
import io.frontdesk.sandbox.elevenlabs.ElevenLabsStandIn;
import io.frontdesk.sandbox.openai.OpenAiStandIn;
import io.frontdesk.sandbox.openai.realtime.Pace;
import io.frontdesk.sandbox.twilio.DataTaken;
import io.frontdesk.sandbox.twilio.TwilioStandIn;
import io.frontdesk.sandbox.twilio.UnreadableData;
import io.frontdesk.sandbox.wire.PortTaken;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/// Runs the stand-ins without the service and says how to start the service with them.
public final class SandboxMain implements AutoCloseable {
  private static final int CHARACTERS = 100_000;

  private final TwilioStandIn twilio;
  private final OpenAiStandIn openAi;
  private final ElevenLabsStandIn elevenLabs;

  private SandboxMain(TwilioStandIn twilio, OpenAiStandIn openAi, ElevenLabsStandIn elevenLabs) {
    this.twilio = twilio;
    this.openAi = openAi;
    this.elevenLabs = elevenLabs;
  }

  /// Serves until it is killed; leaves with status 2 and one sentence if it cannot.
  public static void main(String[] args) throws InterruptedException {
    SandboxMain running;
    try {
      running = start(System.out, args);
    } catch (IllegalArgumentException | PortTaken | DataTaken | UnreadableData e) {
      System.err.println(e.getMessage());
      System.exit(2);
      return;
    }
    Runtime.getRuntime().addShutdownHook(new Thread(running::close));
    new CountDownLatch(1).await();
  }

  /// Starts them and prints the service's environment.
  static SandboxMain start(PrintStream out, String... args) {
    var options = SandboxOptions.parse(args);
    var key = apiKey(options.data());
    var openAi =
        OpenAiStandIn.start(options.openAiPort(), key, Pace.USUAL.within(options.sessionLimit()));
    try {
      var settings =
          TwilioStandIn.Settings.usual(
              options.twilioPort(),
              options.data().resolve("twilio"),
              options.service(),
              new Voice());
      var twilio = TwilioStandIn.start(settings);
      print(out, twilio, openAi, key);
      var voices = ElevenLabsStandIn.newApiKey();
      var elevenLabs = ElevenLabsStandIn.start(0, voices, CHARACTERS);
      out.println("  export ELEVENLABS_API_URL=" + elevenLabs.uri());
      out.println();
      out.println("A business connects an account at ElevenLabs with this key: " + voices);
      twilio.resumeCalls();
      return new SandboxMain(twilio, openAi, elevenLabs);
    } catch (RuntimeException e) {
      openAi.close();
      throw e;
    }
  }

  private static void print(
      PrintStream out, TwilioStandIn twilio, OpenAiStandIn openAi, String key) {
    out.println("The stand-ins for Twilio, OpenAI and ElevenLabs serve. Start the service with:");
    out.println();
    out.println("  export TWILIO_API_URL=" + twilio.uri());
    out.println("  export TWILIO_ACCOUNT_SID=" + twilio.accountSid());
    out.println("  export TWILIO_AUTH_TOKEN=" + twilio.authToken());
    out.println("  export OPENAI_API_URL=" + openAi.uri());
    out.println("  export OPENAI_REALTIME_URL=" + openAi.realtimeUri());
    out.println("  export OPENAI_API_KEY=" + key);
  }

  /// The key of this folder, made on the first start.
  private static String apiKey(Path data) {
    var file = data.resolve("openai-key");
    try {
      if (Files.exists(file)) {
        return Files.readString(file).strip();
      }
      Files.createDirectories(data);
      var key = OpenAiStandIn.newApiKey();
      Files.writeString(file, key);
      return key;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    twilio.close();
    openAi.close();
    elevenLabs.close();
  }
}
