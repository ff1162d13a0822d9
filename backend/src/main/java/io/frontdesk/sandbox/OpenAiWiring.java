package io.frontdesk.sandbox;

import io.frontdesk.openai.OpenAiConfiguration;
import io.frontdesk.sandbox.openai.OpenAiStandIn;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;

/// Where no key of OpenAI's is named, the stand-in answers at each address that is not named
/// either.
@Singleton
@Requires(beans = StandIns.class)
class OpenAiWiring implements BeanCreatedEventListener<OpenAiConfiguration> {
  private final StandIns standIns;

  OpenAiWiring(StandIns standIns) {
    this.standIns = standIns;
  }

  @Override
  public OpenAiConfiguration onCreated(BeanCreatedEvent<OpenAiConfiguration> event) {
    var named = event.getBean();
    if (named.apiKey() != null || (named.apiUrl() != null && named.realtimeUrl() != null)) {
      return named;
    }
    String key = OpenAiStandIn.newApiKey();
    var standIn = standIns.openAi(key);
    return new OpenAiConfiguration(
        named.apiUrl() == null ? standIn.uri() : named.apiUrl(),
        key,
        named.realtimeUrl() == null ? standIn.realtimeUri() : named.realtimeUrl(),
        named.realtimeModel(),
        named.chatModel(),
        named.transcriptionModel());
  }
}
