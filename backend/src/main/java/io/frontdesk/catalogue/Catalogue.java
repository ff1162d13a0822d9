package io.frontdesk.catalogue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.catalogue.Model.Kind;
import io.frontdesk.openai.OpenAiConfiguration;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.exceptions.ConfigurationException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The models that there are. Read at the start, so that a file that cannot be used stops it.
@Context
public class Catalogue {
  /// How long before a model's end its users are told.
  public static final int NOTICE_DAYS = 60;

  private final CatalogueFile file;
  private final Model speech;
  private final Model transcription;

  /// The usual one, which a server of the operator's own may call as it likes.
  private final String chat;

  Catalogue(
      ObjectMapper json,
      OpenAiConfiguration openAi,
      @Property(name = "model.catalogue") @Nullable String named) {
    file = CatalogueFile.read(json, named);
    chat = openAi.chatModel();
    speech = usual(Kind.SPEECH_TO_SPEECH, "openai.realtime-model", openAi.realtimeModel());
    transcription =
        usual(Kind.TRANSCRIPTION, "openai.transcription-model", openAi.transcriptionModel());
  }

  public List<Model> models() {
    return file.models();
  }

  /// The model of that name and kind; empty if there is none.
  public Optional<Model> find(Kind kind, String name) {
    return file.models().stream()
        .filter(model -> model.kind() == kind && model.name().equals(name))
        .findFirst();
  }

  /// Any model of that name; empty if there is none.
  public Optional<Model> find(String name) {
    return file.models().stream().filter(model -> model.name().equals(name)).findFirst();
  }

  /// The speech-to-speech model that `chosen` means on this day: itself, what came after it, or,
  /// where nothing is chosen or the catalogue does not know it, the usual one.
  public Model speech(@Nullable String chosen, LocalDate day) {
    return serving(chosen(Kind.SPEECH_TO_SPEECH, chosen, speech), day);
  }

  /// The same of what writes down what callers say.
  public Model transcription(@Nullable String chosen, LocalDate day) {
    return serving(chosen(Kind.TRANSCRIPTION, chosen, transcription), day);
  }

  /// Whether this is the model of whoever chooses none.
  boolean isUsual(Model model) {
    return model.equals(speech)
        || model.equals(transcription)
        || (model.kind() == Kind.CHAT && model.name().equals(chat));
  }

  /// ISO 4217, of all prices.
  public String currency() {
    return file.currency();
  }

  /// The day on which the prices were compared with what the providers say.
  public LocalDate asOf() {
    return file.asOf();
  }

  private Model chosen(Kind kind, @Nullable String name, Model otherwise) {
    return name == null ? otherwise : find(kind, name).orElse(otherwise);
  }

  /// What answers on this day where `model` is chosen.
  public Model serving(Model model, LocalDate day) {
    Model serving = model;
    while (serving.isGone(day) && serving.successor() != null) {
      serving = find(serving.kind(), serving.successor()).orElseThrow();
    }
    return serving;
  }

  private Model usual(Kind kind, String setting, String name) {
    return find(kind, name)
        .orElseThrow(
            () ->
                new ConfigurationException(
                    "%s is %s: MODEL_CATALOGUE knows no such model.".formatted(setting, name)));
  }
}
