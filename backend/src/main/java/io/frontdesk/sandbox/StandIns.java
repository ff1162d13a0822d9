package io.frontdesk.sandbox;

import io.frontdesk.sandbox.audio.Voice;
import io.frontdesk.sandbox.openai.OpenAiStandIn;
import io.frontdesk.sandbox.twilio.TwilioStandIn;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The stand-ins of this installation, each started when it is first asked for: that is, when a
/// configuration leaves the real one unnamed.
@Singleton
@Requires(property = "frontdesk.mode", notEquals = "production")
class StandIns {
  private final Path data;
  private final @Nullable URI base;
  private @Nullable TwilioStandIn twilio;
  private @Nullable OpenAiStandIn openAi;

  StandIns(
      @Property(name = "frontdesk.data-dir") Path data,
      @Property(name = "webhook.base-url") @Nullable URI base) {
    this.data = data.resolve("sandbox");
    this.base = base;
  }

  synchronized TwilioStandIn twilio() {
    if (twilio == null) {
      twilio =
          TwilioStandIn.start(
              TwilioStandIn.Settings.usual(0, data.resolve("twilio"), base, new Voice()));
    }
    return twilio;
  }

  /// @param apiKey the key that it takes
  synchronized OpenAiStandIn openAi(String apiKey) {
    if (openAi == null) {
      openAi = OpenAiStandIn.start(0, apiKey);
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
