package io.frontdesk.receptionist;

import io.frontdesk.catalogue.Catalogue;
import io.frontdesk.catalogue.Model;
import io.frontdesk.catalogue.Model.Capability;
import io.frontdesk.catalogue.Model.Kind;
import io.frontdesk.web.Problem.FieldProblem;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether what is wanted of a receptionist's models is what they can do.
@Singleton
class ModelFit {
  private final Catalogue catalogue;
  private final Clock clock;

  ModelFit(Catalogue catalogue, Clock clock) {
    this.catalogue = catalogue;
    this.clock = clock;
  }

  /// What a change makes wrong: what was wrong before, because models come and go, is no reason to
  /// refuse it.
  List<FieldProblem> problems(ReceptionistConfig before, ReceptionistConfig after) {
    var problems = new ArrayList<>(problems(after));
    problems.removeAll(problems(before));
    return problems;
  }

  private List<FieldProblem> problems(ReceptionistConfig config) {
    var problems = new ArrayList<FieldProblem>();
    Listening listening = config.listening();
    check(problems, Kind.SPEECH_TO_SPEECH, "/model", config.model());
    check(
        problems,
        Kind.TRANSCRIPTION,
        "/listening/transcription_model",
        listening.transcriptionModel());
    check(problems, Kind.CHAT, "/chat_model", config.chatModel());
    Model model = catalogue.speech(config.model(), today());
    if (!model.voices().contains(config.voice())) {
      problems.add(
          new FieldProblem(
              "/voice",
              "cannot be %s: the voices of %s are %s"
                  .formatted(config.voice(), model.name(), String.join(", ", model.voices()))));
    }
    if (config.speed() != 1.0) {
      need(problems, model, Capability.SPEED, "/speed");
    }
    if (listening.turnDetection() == Listening.TurnDetection.SENSE) {
      need(problems, model, Capability.SEMANTIC_VAD, "/listening/turn_detection");
    }
    if (listening.noiseReduction() != null) {
      need(problems, model, Capability.NOISE_REDUCTION, "/listening/noise_reduction");
    }
    return problems;
  }

  private void check(
      List<FieldProblem> problems, Kind kind, String pointer, @Nullable String name) {
    if (name == null) {
      return;
    }
    var model = catalogue.find(kind, name);
    if (model.isEmpty()) {
      problems.add(
          new FieldProblem(
              pointer, "cannot be %s: GET /models lists what there is".formatted(name)));
    } else if (model.get().isGone(today())) {
      problems.add(
          new FieldProblem(
              pointer,
              "cannot be %s: it is not served any more since %s; %s takes its place"
                  .formatted(name, model.get().endsOn(), model.get().successor())));
    }
  }

  private static void need(
      List<FieldProblem> problems, Model model, Capability capability, String pointer) {
    if (!model.can(capability)) {
      problems.add(
          new FieldProblem(pointer, "is not something that %s can do".formatted(model.name())));
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
