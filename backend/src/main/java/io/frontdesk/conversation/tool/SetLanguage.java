package io.frontdesk.conversation.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frontdesk.call.CallLog;
import io.frontdesk.conversation.Script;
import io.frontdesk.receptionist.Receptionists;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Notes which language the caller has changed to: whoever says something on the call from then on,
/// another engine or the carrier, says it in that one.
@Singleton
class SetLanguage implements Tool {
  private static final String LANGUAGE = "language";
  private static final String WHICH = "The one that is spoken from now on.";

  private final CallLog log;
  private final Receptionists receptionists;

  SetLanguage(CallLog log, Receptionists receptionists) {
    this.log = log;
    this.receptionists = receptionists;
  }

  @Override
  public String name() {
    return Script.CHANGES_LANGUAGE;
  }

  @Override
  public String description() {
    return "Changes the language: only when the caller asks for another one of yours or says a"
        + " whole sentence in it. Speak it from then on.";
  }

  @Override
  public Parameters parameters() {
    return Parameters.of(Parameter.oneOf(LANGUAGE, List.of(), WHICH));
  }

  @Override
  public Parameters parameters(OnCall on) {
    return Parameters.of(Parameter.oneOf(LANGUAGE, languages(on).distinct().toList(), WHICH));
  }

  @Override
  public boolean isOffered(OnCall on) {
    return languages(on).map(tag -> Locale.forLanguageTag(tag).getLanguage()).distinct().count()
        > 1;
  }

  @Override
  public ObjectNode run(OnCall on, Arguments arguments) {
    String language = arguments.get(LANGUAGE);
    log.speaks(on.tenant(), on.callId(), language);
    return Output.done(Script.gladly(language)).put(LANGUAGE, language);
  }

  private Stream<String> languages(OnCall on) {
    List<String> known = on.languages();
    return known == null ? read(on) : known.stream();
  }

  private Stream<String> read(OnCall on) {
    return log.find(on.tenant(), on.callId()).stream()
        .map(
            call ->
                receptionists.holding(
                    on.tenant(), call.receptionistId(), call.receptionistVersion()))
        .flatMap(receptionist -> receptionist.languages().stream());
  }
}
