package io.frontdesk.sandbox.twilio;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.sandbox.wire.Request;
import io.frontdesk.sandbox.wire.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// `/Recordings`, of calls and of all: begun, paused, ended, looked at, fetched and deleted.
/// Source: https://www.twilio.com/docs/voice/api/recording
final class RecordingResource {
  private static final String OF_CALL = "/Calls/{call}/Recordings";
  private static final String CURRENT = "Twilio.CURRENT";

  private final Recordings recordings;
  private final Shelf<CallRecord> calls;
  private final LiveCalls live;

  RecordingResource(RestApi api, Recordings recordings, Shelf<CallRecord> calls, LiveCalls live) {
    this.recordings = recordings;
    this.calls = calls;
    this.live = live;
    api.serve("POST", OF_CALL + ".json", this::start)
        .serve("GET", OF_CALL + ".json", this::ofCall)
        .serve("GET", OF_CALL + "/{sid}.json", this::fetch)
        .serve("POST", OF_CALL + "/{sid}.json", this::update)
        .serve("DELETE", OF_CALL + "/{sid}.json", this::delete)
        .serve("GET", "/Recordings.json", this::list)
        .serve("GET", "/Recordings/{sid}.json", this::fetch)
        .serve("DELETE", "/Recordings/{sid}.json", this::delete)
        .serve("GET", "/Recordings/{sid}.wav", this::media)
        .serve("GET", "/Recordings/{sid}", this::media);
  }

  private Response start(Account account, Request request) {
    var call = call(account, request);
    var here =
        live.find(call.sid())
            .filter(_ -> call.status() == CallStatus.IN_PROGRESS)
            .orElseThrow(
                () -> RestError.invalid(21220, "Requested resource is not eligible for recording"));
    var order =
        new RecordingOrder(
            "StartCallRecordingAPI",
            choice(request, "RecordingChannels", List.of("mono", "dual")).equals("dual") ? 2 : 1,
            choice(request, "RecordingTrack", List.of("both", "inbound", "outbound")),
            choice(request, "Trim", List.of("do-not-trim", "trim-silence")).equals("trim-silence"),
            callback(request),
            events(request));
    return RestApi.created(json(recordings.start(here.here(), order)));
  }

  private static Verb.@Nullable Callback callback(Request request) {
    var method = choice(request, "RecordingStatusCallbackMethod", List.of("POST", "GET"));
    return request
        .form("RecordingStatusCallback")
        .map(url -> new Verb.Callback(absolute(url), method))
        .orElse(null);
  }

  private static String absolute(String url) {
    try {
      return Verbs.resolve(null, url);
    } catch (CallFault fault) {
      throw RestError.invalid(21502, "Invalid RecordingStatusCallback: " + url);
    }
  }

  private static Set<String> events(Request request) {
    var told = request.form().getOrDefault("RecordingStatusCallbackEvent", List.of("completed"));
    var events =
        told.stream()
            .flatMap(event -> Arrays.stream(event.split("[ ,]+", -1)))
            .collect(Collectors.toUnmodifiableSet());
    if (!RecordingOrder.EVENTS.containsAll(events)) {
      throw RestError.invalid(21218, "Invalid RecordingStatusCallbackEvent: " + told);
    }
    return events;
  }

  private static String choice(Request request, String field, List<String> choices) {
    var told = request.form(field).orElse(choices.getFirst());
    if (!choices.contains(told)) {
      throw RestError.invalid(20001, "Parameter %s is invalid: %s".formatted(field, told));
    }
    return told;
  }

  private Response update(Account account, Request request) {
    var recording = find(account, request);
    var status = RestApi.required(request, "Status", 21218);
    var pause = choice(request, "PauseBehavior", List.of("silence", "skip"));
    if (recording.millis() != null) {
      throw RestError.invalid(21220, "Recording %s is over".formatted(recording.sid()));
    }
    var changed =
        switch (status.toLowerCase(Locale.ROOT)) {
          case "stopped" -> recordings.stop(recording);
          case "paused" ->
              recordings
                  .mode(
                      recording,
                      pause.equals("skip") ? Recorder.Mode.SKIPPING : Recorder.Mode.SILENT)
                  .orElse(recording);
          case "in-progress" -> recordings.mode(recording, Recorder.Mode.ON).orElse(recording);
          default -> throw RestError.invalid(21218, "Invalid Status: " + status);
        };
    return RestApi.ok(json(changed));
  }

  private Response ofCall(Account account, Request request) {
    var call = call(account, request);
    var found =
        recordings.of(account).stream()
            .filter(recording -> recording.callSid().equals(call.sid()))
            .toList();
    return ListPage.of(request, "recordings", Set.of(), found, this::json);
  }

  private Response list(Account account, Request request) {
    var call = request.query("CallSid");
    var found =
        recordings.of(account).stream()
            .filter(recording -> call.isEmpty() || recording.callSid().equals(call.get()))
            .toList();
    return ListPage.of(request, "recordings", Set.of("CallSid"), found, this::json);
  }

  private Response fetch(Account account, Request request) {
    return RestApi.ok(json(find(account, request)));
  }

  private Response media(Account account, Request request) {
    return recordings
        .media(find(account, request))
        .map(wave -> Response.of(200, "audio/x-wav", wave))
        .orElseThrow(() -> RestError.notFound(request.path()));
  }

  private Response delete(Account account, Request request) {
    recordings.delete(find(account, request));
    return Response.empty(204);
  }

  private CallRecord call(Account account, Request request) {
    return calls
        .find(request.pathParameter("call"))
        .filter(call -> call.accountSid().equals(account.sid()))
        .orElseThrow(() -> RestError.notFound(request.path()));
  }

  private Recording find(Account account, Request request) {
    var sid = request.pathParameter("sid");
    var found =
        sid.equals(CURRENT)
            ? recordings.running(call(account, request).sid()).stream().findFirst()
            : recordings.find(sid);
    return found
        .filter(recording -> recording.accountSid().equals(account.sid()))
        .orElseThrow(() -> RestError.notFound(request.path()));
  }

  private JsonNode json(Recording recording) {
    var json =
        Json.object()
            .put("sid", recording.sid())
            .put("account_sid", recording.accountSid())
            .put("call_sid", recording.callSid())
            .put("status", recording.status().wire())
            .put("channels", recording.channels())
            .put("source", recording.source())
            .put("track", recording.track())
            .put("start_time", RestApi.time(recording.startedAt()))
            .put("date_created", RestApi.time(recording.startedAt()))
            .put("date_updated", RestApi.time(recording.startedAt()))
            .put("duration", recording.seconds() == null ? "-1" : "" + recording.seconds())
            .put("price_unit", "USD")
            .put("api_version", RestApi.VERSION)
            .put("media_url", recordings.url(recording))
            .put("uri", RestApi.ROOT + Recordings.path(recording) + ".json");
    json.putNull("price").putNull("conference_sid").putNull("error_code");
    json.putNull("encryption_details");
    json.putObject("subresource_uris");
    return json;
  }
}
