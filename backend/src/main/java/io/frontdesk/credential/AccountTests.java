package io.frontdesk.credential;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.business.Credential;
import io.frontdesk.business.Finding;
import io.frontdesk.openai.OpenAiCheck;
import io.frontdesk.phonenumber.PhoneNumber;
import io.frontdesk.phonenumber.PhoneNumbers;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.twilio.TwilioCheck;
import jakarta.inject.Singleton;
import java.util.List;

/// Tries an account out, each in its company's way.
@Singleton
class AccountTests {
  private final TwilioCheck twilio;
  private final OpenAiCheck openAi;
  private final ElevenLabsCheck elevenLabs;
  private final AnthropicCheck anthropic;
  private final MailCheck mail;
  private final PhoneNumbers numbers;
  private final Tenancy tenancy;
  private final ObjectMapper json;

  AccountTests(
      TwilioCheck twilio,
      OpenAiCheck openAi,
      ElevenLabsCheck elevenLabs,
      AnthropicCheck anthropic,
      MailCheck mail,
      PhoneNumbers numbers,
      Tenancy tenancy,
      ObjectMapper json) {
    this.twilio = twilio;
    this.openAi = openAi;
    this.elevenLabs = elevenLabs;
    this.anthropic = anthropic;
    this.mail = mail;
    this.numbers = numbers;
    this.tenancy = tenancy;
    this.json = json;
  }

  /// What is wrong with an account; empty if nothing is.
  List<Finding> run(TenantId tenant, Credential account, String secret) {
    return switch (account.provider()) {
      case TWILIO ->
          twilio.check(
              account.account(),
              secret,
              tenancy.run(tenant, () -> numbers.findByTenantIdOrderById(tenant)).stream()
                  .map(PhoneNumber::number)
                  .toList());
      case OPENAI -> openAi.check(secret);
      case ELEVENLABS -> elevenLabs.check(secret);
      case ANTHROPIC -> anthropic.check(secret);
      case SMTP -> mail.check(json.convertValue(account.settings(), MailAccount.class), secret);
    };
  }
}
