package io.frontdesk.conversation.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.call.Urgency;
import io.frontdesk.receptionist.Jurisdiction;
import io.frontdesk.receptionist.Law;
import io.frontdesk.receptionist.ReceptionistConfig;
import io.frontdesk.testing.RunningService;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// From which words something follows at once.
class WatchTest {
  private static final ObjectMapper JSON = RunningService.shared().bean(ObjectMapper.class);

  private final Watch watch = watch("en-US");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "I smell gas in the kitchen.          | emergency",
        "Help! I SMELL GAS!                   | emergency",
        "There are sparks, it smells of gas   | emergency",
        "No, I smell gas.                     | emergency",
        "I do not smell gas                   | ",
        "It is not an emergency               | ",
        "My gas bill is too high              | ",
        "I want to kill myself.               | self_harm",
        "I dont want to live any more         | self_harm",
        "I’m having a heart attack            | medical",
        "She can't breathe                    | medical",
        "My father has chest pains            | medical",
        "My car had a breakdown               | ",
        "I want to speak about an invoice     | rule_1",
        "About my invoices                    | rule_1",
        "No invoice today                     | ",
        "Es geht um einen Termin              | ",
        "                                     | ",
      })
  void somethingFollowsFromTheseWords(String words, String name) {
    assertThat(watch.hears(List.of(), words == null ? "" : words).map(Alarm::name))
        .isEqualTo(Optional.ofNullable(name));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "de-DE | Ich will sterben.            | self_harm",
        "de-DE | Mein Mann ist bewusstlos!    | medical",
        "es-MX | No puedo respirar.           | medical",
        "es-MX | Quiero quitarme la vida      | self_harm",
        "es-MX | I want to kill myself.       | self_harm",
        "fr-FR | I want to kill myself.       | self_harm",
      })
  void inEachLanguageAndInEnglish(String language, String words, String name) {
    assertThat(watch(language).hears(List.of(), words).map(Alarm::name)).hasValue(name);
  }

  @Test
  void dangerToLifeComesFirst() {
    assertThat(watch.hears(List.of(), "I smell gas and I can't breathe").map(Alarm::kind))
        .hasValue(Alarm.Kind.MEDICAL);
  }

  @Test
  void itFollowsOnceInACall() {
    assertThat(watch.hears(List.of("I smell gas"), "I still smell gas")).isEmpty();
    assertThat(watch.hears(List.of("I smell gas"), "And now I can't breathe")).isPresent();
  }

  @Test
  void angerTakesAsManyTurnsAsTheBusinessSays() {
    assertThat(watch.hears(List.of(), "This is ridiculous.")).isEmpty();
    assertThat(watch.hears(List.of("This is ridiculous.", "Hello?"), "You are useless!"))
        .map(Alarm::connects)
        .hasValue(new Alarm.Connection("Kim", "A caller who is upset", Urgency.HIGH));
    assertThat(
            watch.hears(List.of("This is ridiculous.", "You are useless!"), "Ridiculous, really."))
        .isEmpty();
    assertThat(watch.hears(List.of("I am not angry."), "This is useless")).isEmpty();
  }

  @Test
  void callersAreToldTheBusinesssOwnWordsOrThoseOfThePlace() {
    assertThat(watch.hears(List.of(), "I smell gas").map(Alarm::says)).hasValue("Get out.");
    assertThat(watch.hears(List.of(), "heart attack").map(Alarm::says)).hasValue("Call 911.");
    assertThat(watch.hears(List.of(), "suicide").map(Alarm::says).orElseThrow()).contains("988");
  }

  @Test
  void anEmergencyReachesWhoeverIsThereWhereNobodyIsNamed() {
    assertThat(watch.hears(List.of(), "I smell gas").map(Alarm::connects))
        .hasValue(new Alarm.Connection(null, "An emergency", Urgency.EMERGENCY));
  }

  @Test
  void whoHasChangedTheLanguageIsToldInItWhatIsNotTheBusinesssOwnToSay() {
    Watch inSpanish = watch("en-US\", \"es-US").speaking("es-US");

    assertThat(says(inSpanish, "I want to kill myself")).contains("Puede llamar al 988");
    assertThat(says(inSpanish, "quiero morirme")).contains("Puede llamar al 988");
    assertThat(says(inSpanish, "me duele el pecho"))
        .as("the business's own")
        .isEqualTo("Call 911.");
  }

  private static String says(Watch watch, String words) {
    return String.valueOf(watch.hears(List.of(), words).orElseThrow().says());
  }

  private static Watch watch(String language) {
    try {
      var config =
          JSON.readValue(
              """
              {"name": "Sam", "greeting": "Hello.", "instructions": "", "intake": [], "voice": "marin",
               "languages": ["%s"],
               "transfer_targets": [{"name": "Kim", "number": "+12125550120"}],
               "escalation": {
                 "emergency": {"words": ["smell gas", "smells of gas", "emergency"], "text": "Get out."},
                 "medical_text": "Call 911.",
                 "anger": {"after": 2, "target": "Kim"},
                 "rules": [{"words": ["invoice*"], "target": "Kim"}]}}
              """
                  .formatted(language),
              ReceptionistConfig.class);
      return Watch.of(config, Law.in(Jurisdiction.US, language));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
