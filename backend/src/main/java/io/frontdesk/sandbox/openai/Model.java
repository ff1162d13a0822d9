package io.frontdesk.sandbox.openai;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/// A model that the stand-in answers for. All of them have the same mind and the same voice.
///
/// @param shutdown the day it goes away, `YYYY-MM-DD`; empty if none is announced
record Model(String id, Use use, String shutdown) {
  private static final long CREATED = 1_767_225_600;

  /// What a model is for.
  enum Use {
    REALTIME,
    CHAT,
    SPEECH,
    TRANSCRIPTION
  }

  static final List<Model> ALL =
      List.of(
          new Model("gpt-realtime-2.1", Use.REALTIME, ""),
          new Model("gpt-realtime-2.1-mini", Use.REALTIME, ""),
          new Model("gpt-realtime-2", Use.REALTIME, ""),
          new Model("gpt-realtime-1.5", Use.REALTIME, ""),
          new Model("gpt-realtime", Use.REALTIME, "2027-01-20"),
          new Model("gpt-realtime-mini", Use.REALTIME, "2027-01-20"),
          new Model("gpt-5.6", Use.CHAT, ""),
          new Model("gpt-5.6-terra", Use.CHAT, ""),
          new Model("gpt-5.6-luna", Use.CHAT, ""),
          new Model("gpt-5.6-mini", Use.CHAT, ""),
          new Model("gpt-5.6-nano", Use.CHAT, ""),
          new Model("gpt-6-luna", Use.CHAT, ""),
          new Model("gpt-4.1", Use.CHAT, "2027-01-14"),
          new Model("gpt-4.1-mini", Use.CHAT, "2027-01-14"),
          new Model("gpt-4o", Use.CHAT, "2027-01-14"),
          new Model("gpt-4o-mini", Use.CHAT, "2027-01-14"),
          new Model("gpt-4o-mini-tts", Use.SPEECH, "2027-01-06"),
          new Model("tts-1", Use.SPEECH, "2027-01-06"),
          new Model("tts-1-hd", Use.SPEECH, "2027-01-06"),
          new Model("gpt-transcribe", Use.TRANSCRIPTION, ""),
          new Model("gpt-live-transcribe", Use.TRANSCRIPTION, ""));

  static Optional<Model> find(String id) {
    return ALL.stream().filter(model -> model.id.equals(id)).findFirst();
  }

  /// @throws ApiError if there is no such model, or it is for something else
  static Model require(String id, Use use) {
    return find(id).filter(model -> model.use == use).orElseThrow(() -> ApiError.noSuchModel(id));
  }

  ObjectNode json() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", id)
        .put("object", "model")
        .put("created", CREATED)
        .put("owned_by", "system")
        .put("shutdown_date", shutdown.isEmpty() ? null : shutdown);
  }
}
