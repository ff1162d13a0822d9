package io.frontdesk.sandbox;

import io.frontdesk.sandbox.audio.Voice;
import io.frontdesk.sandbox.openai.OpenAiStandIn;
import io.frontdesk.sandbox.openai.realtime.Pace;
import io.frontdesk.sandbox.twilio.DataTaken;
import io.frontdesk.sandbox.twilio.TwilioStandIn;
import io.frontdesk.sandbox.twilio.UnreadableData;
import io.frontdesk.twilio.WebhookUrls;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The stand-ins of this installation, each started when it is first asked for: that is, when a
/// configuration leaves the real one unnamed.
@Singleton
@Requires(property = "frontdesk.mode", notEquals = "production")
class StandIns {
  private final Path data;
  private final @Nullable URI base;
  private final Duration sessionLimit;
  private final Duration callersStay;
  private @Nullable Voice voice;
  private @Nullable TwilioStandIn twilio;
  private @Nullable OpenAiStandIn openAi;

  /// @param callersStay how long callers stay on the line at least: more than they do by themselves
  ///     for a machine that is too slow for them
  StandIns(
      @Property(name = "frontdesk.data-dir") Path data,
      WebhookUrls urls,
      @Property(name = "sandbox.session-limit", defaultValue = "60m") Duration sessionLimit,
      @Property(name = "sandbox.callers-stay", defaultValue = "0s") Duration callersStay) {
    this.data = data.resolve("sandbox");
    this.base = urls.named().orElse(null);
    this.sessionLimit = sessionLimit;
    this.callersStay = callersStay;
  }

  /// The voice of everybody who is simulated.
  synchronized Voice voice() {
    if (voice == null) {
      voice = new Voice();
    }
    return voice;
  }

  /// @throws ConfigurationException if it cannot start
  synchronized TwilioStandIn twilio() {
    if (twilio == null) {
      var settings =
          TwilioStandIn.Settings.usual(0, data.resolve("twilio"), base, voice())
              .staying(callersStay);
      try {
        twilio = TwilioStandIn.start(settings);
      } catch (DataTaken | UnreadableData e) {
        throw new ConfigurationException(e.getMessage(), e);
      }
    }
    return twilio;
  }

  /// @param apiKey the key that it takes
  synchronized OpenAiStandIn openAi(String apiKey) {
    if (openAi == null) {
      openAi = OpenAiStandIn.start(0, apiKey, Pace.USUAL.within(sessionLimit));
    }
    return openAi;
  }

  /// Calls that were going on when the service last stopped go on now that it answers again.
  @EventListener
  synchronized void serving(ServerStartupEvent started) {
    if (twilio != null) {
      twilio.resumeCalls();
    }
  }

  @PreDestroy
  synchronized void stop() {
    if (twilio != null) {
      twilio.close();
    }
    if (openAi != null) {
      openAi.close();
    }
  }
}
