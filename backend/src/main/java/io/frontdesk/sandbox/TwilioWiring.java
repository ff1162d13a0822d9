package io.frontdesk.sandbox;

import io.frontdesk.twilio.TwilioConfiguration;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;

/// Where no account at Twilio is named, the stand-in's is used: the only difference is the address.
@Singleton
@Requires(beans = StandIns.class)
class TwilioWiring implements BeanCreatedEventListener<TwilioConfiguration> {
  private final StandIns standIns;

  TwilioWiring(StandIns standIns) {
    this.standIns = standIns;
  }

  @Override
  public TwilioConfiguration onCreated(BeanCreatedEvent<TwilioConfiguration> event) {
    var named = event.getBean();
    if (named.accountSid() != null || named.authToken() != null || named.apiUrl() != null) {
      return named;
    }
    var standIn = standIns.twilio();
    return new TwilioConfiguration(standIn.accountSid(), standIn.authToken(), standIn.uri());
  }
}
