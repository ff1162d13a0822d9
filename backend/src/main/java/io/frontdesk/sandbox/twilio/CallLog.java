package io.frontdesk.sandbox.twilio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frontdesk.sandbox.caller.Turn;
import io.frontdesk.sandbox.twilio.Twiml.Warning;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What was seen of one call, for people and tests: Twilio's debugger and an ear on the line. Safe
/// for many threads.
final class CallLog {
  private static final int MOST_WARNINGS = 200;
  private static final int MOST_CLEARS = 200;

  private final InstantSource clock;
  private final Instant startedAt;
  private final FrameCount frames = new FrameCount();
  private final List<WebhookRun> webhooks = new ArrayList<>();
  private final List<Document> documents = new ArrayList<>();
  private final List<Said> warnings = new ArrayList<>();
  private final ArrayNode streams = Json.MAPPER.createArrayNode();
  private final ArrayNode clears = Json.MAPPER.createArrayNode();
  private String endedBy = "";
  private String endReason = "";

  private record Document(Instant at, String url, String twiml) {}

  private record Said(Instant at, Warning warning) {}

  CallLog(InstantSource clock, Instant startedAt) {
    this.clock = clock;
    this.startedAt = startedAt;
  }

  FrameCount frames() {
    return frames;
  }

  synchronized void webhook(WebhookRun run) {
    webhooks.add(run);
  }

  /// A document that the call follows now.
  ///
  /// @param url empty if it came with a REST request
  synchronized void document(String url, String twiml) {
    documents.add(new Document(clock.instant(), url, twiml));
  }

  synchronized void warn(Warning warning) {
    if (warnings.size() < MOST_WARNINGS) {
      warnings.add(new Said(clock.instant(), warning));
    }
  }

  synchronized void streamStarted(String sid, String url) {
    streams
        .addObject()
        .put("stream_sid", sid)
        .put("url", url)
        .put("started_at", time(clock.instant()));
  }

  synchronized void streamEnded(Warning why) {
    if (streams.path(streams.size() - 1) instanceof ObjectNode last && !last.has("ended_at")) {
      last.put("ended_at", time(clock.instant()));
      last.put("code", why.code()).put("reason", why.message());
    }
  }

  /// The server had what it sent dropped.
  ///
  /// @param unheard so many samples
  /// @param frames so many of the caller's frames had gone out by then, or were about to
  synchronized void cleared(long unheard, long frames) {
    if (clears.size() < MOST_CLEARS) {
      clears
          .addObject()
          .put("after_frames", frames)
          .put("received_bytes", this.frames.of(FrameCount.Kind.RECEIVED_BYTES))
          .put("unheard_bytes", unheard);
    }
  }

  /// How the call ended.
  ///
  /// @param by `caller`, `receptionist`, `api`, `error`
  synchronized void ended(String by, String reason) {
    endedBy = by;
    endReason = reason;
  }

  /// All of it, as the control API shows it.
  synchronized ObjectNode json(CallRecord call, List<Turn> turns) {
    var json =
        Json.object()
            .put("sid", call.sid())
            .put("call_sid", call.sid())
            .put("account_sid", call.accountSid())
            .put("scenario", call.scenario())
            .put("from", call.from())
            .put("to", call.to())
            .put("status", call.status().wire())
            .put("created_at", time(call.createdAt()))
            .put("answered_at", call.answeredAt() == null ? null : time(call.answeredAt()))
            .put("ended_at", call.endedAt() == null ? null : time(call.endedAt()))
            .put("duration_s", call.seconds())
            .put("ended_by", endedBy)
            .put("end_reason", endReason);
    var turnList = json.putArray("turns");
    turns.forEach(turn -> turnList.add(turn(turn)));
    json.set("frames", frames.json());
    json.set("streams", streams.deepCopy());
    json.set("clears", clears.deepCopy());
    var webhookList = json.putArray("webhooks");
    webhooks.forEach(run -> webhookList.add(webhookJson(run)));
    var documentList = json.putArray("documents");
    documents.forEach(
        d ->
            documentList
                .addObject()
                .put("at_ms", millis(d.at))
                .put("url", d.url)
                .put("twiml", d.twiml));
    var warningList = json.putArray("warnings");
    warnings.forEach(
        w ->
            warningList
                .addObject()
                .put("at_ms", millis(w.at))
                .put("code", w.warning.code())
                .put("message", w.warning.message()));
    return json;
  }

  private static JsonNode turn(Turn turn) {
    return Json.object()
        .put("speaker", turn.speaker().name().toLowerCase(Locale.ROOT))
        .put("words", turn.words())
        .put("at_ms", turn.at().toMillis())
        .put("until_ms", turn.until().toMillis())
        .put("whole", turn.whole());
  }

  private JsonNode webhookJson(WebhookRun run) {
    var json =
        Json.object()
            .put("kind", run.kind())
            .put("method", run.method())
            .put("url", run.url())
            .put("idempotency_token", run.token());
    switch (run.outcome()) {
      case WebhookRun.Answered answered ->
          json.put("status", answered.status()).put("content_type", answered.contentType());
      case WebhookRun.Failed failed ->
          json.put("error_code", failed.code()).put("error", failed.message());
    }
    var attempts = json.putArray("attempts");
    for (var attempt : run.attempts()) {
      attempts
          .addObject()
          .put("at_ms", millis(attempt.at()))
          .put("status", attempt.status())
          .put("problem", attempt.problem())
          .put("took_ms", attempt.millis());
    }
    return json;
  }

  private long millis(Instant at) {
    return Duration.between(startedAt, at).toMillis();
  }

  private static String time(Instant instant) {
    return instant.toString();
  }
}
