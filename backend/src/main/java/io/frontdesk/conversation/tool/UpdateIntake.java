package io.frontdesk.conversation.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frontdesk.appointment.spoken.SpokenDay;
import io.frontdesk.call.CallLog;
import io.frontdesk.fact.Fact;
import io.frontdesk.fact.Facts;
import io.frontdesk.fact.Source;
import io.frontdesk.fact.said.SpokenAddress;
import io.frontdesk.fact.said.SpokenChoice;
import io.frontdesk.fact.said.SpokenEmail;
import io.frontdesk.fact.said.SpokenMoney;
import io.frontdesk.fact.said.SpokenName;
import io.frontdesk.fact.said.SpokenNumber;
import io.frontdesk.fact.said.Understood;
import io.frontdesk.fact.said.Understood.Unclear;
import io.frontdesk.fact.said.Understood.Value;
import io.frontdesk.receptionist.IntakeQuestion;
import io.frontdesk.receptionist.ReceptionistConfig;
import io.frontdesk.receptionist.Receptionists;
import io.frontdesk.tenancy.E164;
import io.frontdesk.web.WireName;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// Notes the caller's answer to an intake question: made into what can be stored, read back, and
/// verified once the caller has agreed.
@Singleton
class UpdateIntake implements Tool {
  private static final String VALUE = "value";
  private static final Parameters PARAMETERS =
      Parameters.of(
          Parameter.required(
              "key",
              40,
              "Which question it answers, by its key. `name` and `email` of the caller can be noted"
                  + " always."),
          Parameter.required(
              VALUE,
              2000,
              "The answer in the caller's own words, spelled letters and digits as they were"
                  + " said."),
          Parameter.choice(
              "source",
              List.of("spoken", "keyed", "caller_id"),
              "Where it comes from: pressed on the telephone's keys, or the number they call from;"
                  + " leave out if they said it."),
          Parameter.choice(
              "confirmed",
              List.of("yes"),
              "Only after the answer was read back and the caller agreed to it."));

  private final CallLog log;
  private final Receptionists receptionists;
  private final Facts facts;
  private final Clock clock;

  UpdateIntake(CallLog log, Receptionists receptionists, Facts facts, Clock clock) {
    this.log = log;
    this.receptionists = receptionists;
    this.facts = facts;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "update_intake";
  }

  @Override
  public String description() {
    return "Notes the caller's answer to one of the questions, or corrects it. Its `say` reads the"
        + " answer back; when the caller agrees, use it again with the same answer and"
        + " `confirmed`.";
  }

  @Override
  public Parameters parameters() {
    return PARAMETERS;
  }

  /// How an answer is understood.
  ///
  /// @param isPlain whether it need not be read back: words are their own reading, while a single
  /// wrong letter or digit spoils a number
  /// @param isNumber whether the number that the caller rings from may be the answer
  private record Reading(Function<String, Understood> of, boolean isPlain, boolean isNumber) {}

  @Override
  public ObjectNode run(OnCall on, Arguments arguments) {
    String key = arguments.get("key");
    Reading reading = reading(on, key).orElse(null);
    if (reading == null) {
      return Output.failed("Thank you.", "no question has the key " + key);
    }
    Source source =
        arguments
            .find("source")
            .map(named -> Source.valueOf(named.toUpperCase(Locale.ROOT)))
            .orElse(Source.SPOKEN);
    if (source == Source.CALLER_ID && reading.isNumber()) {
      return byCallerId(on, key, arguments.get(VALUE));
    }
    return switch (reading.of().apply(arguments.get(VALUE))) {
      case Unclear unclear -> Output.again(VALUE, unclear.question());
      case Value value -> {
        boolean agreed = arguments.find("confirmed").isPresent();
        Source said = source == Source.CALLER_ID ? Source.SPOKEN : source;
        Fact noted =
            facts.note(on.tenant(), on.callId(), key, value, arguments.get(VALUE), said, agreed);
        yield reading.isPlain() || noted.verified()
            ? told(noted, "Thank you.")
            : told(noted, "I have " + value.aloud() + ". Is that right?");
      }
    };
  }

  private ObjectNode byCallerId(OnCall on, String key, String said) {
    E164 caller = on.caller();
    if (caller == null) {
      return Output.again(VALUE, "Your number is withheld. On which number can we reach you?");
    }
    var value = new Value(caller.value(), caller.value());
    return told(
        facts.note(on.tenant(), on.callId(), key, value, said, Source.CALLER_ID, true),
        "Thank you.");
  }

  private static ObjectNode told(Fact noted, String say) {
    return Output.done(say)
        .put("key", noted.key())
        .put(VALUE, noted.value())
        .put("source", WireName.of(noted.source()))
        .put("verified", noted.verified());
  }

  private Optional<Reading> reading(OnCall on, String key) {
    return switch (key) {
      case Facts.NAME -> Optional.of(new Reading(SpokenName::understand, false, false));
      case Facts.EMAIL -> Optional.of(new Reading(SpokenEmail::understand, false, false));
      default -> question(on, key).map(question -> reading(on, question));
    };
  }

  private Reading reading(OnCall on, IntakeQuestion question) {
    return switch (question.type()) {
      case TEXT -> new Reading(said -> new Value(said, said), true, false);
      case CHOICE ->
          new Reading(said -> SpokenChoice.understand(said, question.choices()), true, false);
      case MONEY -> new Reading(SpokenMoney::understand, false, false);
      case DATE -> new Reading(said -> day(on, said), false, false);
      case ADDRESS -> new Reading(SpokenAddress::understand, false, false);
      case PHONE -> new Reading(said -> SpokenNumber.understand(said, on::number), false, true);
      case EMAIL -> new Reading(SpokenEmail::understand, false, false);
    };
  }

  private Understood day(OnCall on, String said) {
    var now = on.now(clock);
    return switch (SpokenDay.understand(said, now.toLocalDate(), now.getZone())) {
      case SpokenDay.Day day -> new Value(day.date().toString(), day.inWords());
      case SpokenDay.Unclear unclear -> new Unclear(unclear.question());
    };
  }

  private Optional<IntakeQuestion> question(OnCall on, String key) {
    return log.find(on.tenant(), on.callId())
        .map(
            call ->
                receptionists.holding(
                    on.tenant(), call.receptionistId(), call.receptionistVersion()))
        .map(ReceptionistConfig::intake)
        .flatMap(
            intake -> intake.stream().filter(question -> question.key().equals(key)).findFirst());
  }
}
