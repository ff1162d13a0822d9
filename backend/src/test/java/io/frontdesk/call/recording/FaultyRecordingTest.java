package io.frontdesk.call.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import io.frontdesk.call.PracticeCalls;
import io.frontdesk.call.audio.WaveFile;
import io.frontdesk.outbox.StuckJobs;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Twilio, the line to it and the disk do what they should not: a recording is late, and nothing is
/// lost.
class FaultyRecordingTest {
  private static final int SECONDS = 5;
  private static final long FIFTY_MEGABYTES = 50L << 20;

  private static TwilioLine twilio = new TwilioLine();
  @TempDir private static Path data;
  private static RunningService service = RunningService.shared();

  private final byte[] wave = WaveFile.of(noise());
  private final String sid = "RE" + UUID.randomUUID().toString().replace("-", "");
  private Owner owner;
  private UUID call;

  @BeforeAll
  static void start() {
    var settings = new HashMap<>(twilio.properties());
    settings.put("frontdesk.data-dir", data.toString());
    service = RunningService.start(settings);
  }

  @AfterAll
  static void stop() {
    service.close();
    twilio.close();
  }

  @BeforeEach
  void answer() {
    owner = Owner.signUp(service, "Ace Garage Doors");
    owner.api().patch("/api/v1/business", "{'recording_consent': 'announced'}");
    call = new PracticeCalls(service, owner.tenant()).answered();
  }

  @Test
  void aPageInsteadOfARecordingIsNoRecording() {
    keepsTryingWhile(
        exchange -> TwilioLine.reply(exchange, 200, "<html><body>Sorry</body></html>"));
  }

  @Test
  void fiftyMegabytesInsteadOfFiveSecondsAreNotTaken() {
    byte[] piece = Arrays.copyOf(wave, 1 << 16);

    keepsTryingWhile(exchange -> twilio.pour(exchange, piece, FIFTY_MEGABYTES));

    assertThat(twilio.bytesSent.get()).as("what buffers hold, no more").isLessThan(FIFTY_MEGABYTES);
  }

  @Test
  void halfARecordingIsNone() {
    keepsTryingWhile(
        exchange -> {
          exchange.sendResponseHeaders(200, wave.length);
          exchange.getResponseBody().write(wave, 0, wave.length / 2);
          exchange.getResponseBody().flush();
        });
  }

  @Test
  void aServerErrorPasses() {
    keepsTryingWhile(exchange -> TwilioLine.reply(exchange, 503, "{}"));
  }

  /// The recording is fetched once the fault is gone, and not before.
  private void keepsTryingWhile(TwilioLine.Answer fault) {
    int before = twilio.fetches.get();
    twilio.media(sid, fault);
    UUID id = left();
    patiently().until(() -> twilio.fetches.get() > before);
    assertThat(recording(id).state()).isEqualTo(RecordingState.COMPLETED);

    twilio.media(sid, this::all);

    patiently().until(() -> recording(id).isReady());
    assertThat(recording(id).bytes()).isEqualTo(wave.length);
    assertThat(recording(id).durationMs()).isEqualTo(SECONDS * 1000L);
  }

  @Test
  void aFolderThatRefusesWritesMakesTheRecordingLate() throws IOException {
    twilio.media(sid, this::all);
    Path folder = Files.createDirectories(data.resolve("recordings"));
    Path inTheWay =
        Files.writeString(folder.resolve(owner.tenant().value().toString()), "no folder");
    UUID id = left();
    patiently().until(() -> stuck(id));
    assertThat(recording(id).state()).isEqualTo(RecordingState.COMPLETED);
    Files.delete(inTheWay);
    patiently().until(() -> recording(id).isReady());
  }

  @Test
  void aFileThatAnotherNodeHasIsFetchedAgain() throws IOException {
    twilio.media(sid, this::all);
    UUID id = left();
    patiently().until(() -> recording(id).isReady());
    service.bean(RecordingFiles.class).delete(owner.tenant(), id);

    var sound = service.bean(Playbacks.class).sound(owner.tenant(), recording(id));

    assertThat(sound.bytes()).isEqualTo(wave.length);
  }

  @Test
  void anUnansweredRequestToRecordIsNotMadeTwice() {
    int before = twilio.starts.get();
    twilio.starting(exchange -> twilio.begins(exchange, sid, true));

    service.bean(CallRecordings.class).noticeHeard(owner.tenant(), call);

    patiently().until(() -> state().equals("in_progress"));
    assertThat(twilio.starts.get()).isEqualTo(before + 1);
  }

  @Test
  void whoeverIsTemporarilyRefusedAsksAgain() {
    int before = twilio.starts.get();
    twilio.starting(
        exchange -> {
          twilio.starting(next -> twilio.begins(next, sid, false));
          TwilioLine.reply(exchange, 503, "{}");
        });
    twilio.begun.clear();

    service.bean(CallRecordings.class).noticeHeard(owner.tenant(), call);

    patiently().until(() -> state().equals("in_progress"));
    assertThat(twilio.starts.get()).isEqualTo(before + 2);
  }

  @Test
  void aCallThatCannotBeRecordedGoesOnWithout() {
    twilio.starting(
        exchange ->
            TwilioLine.reply(
                exchange, 400, "{\"code\": 21220, \"message\": \"No.\", \"status\": 400}"));

    service.bean(CallRecordings.class).noticeHeard(owner.tenant(), call);

    patiently().until(() -> state().equals("failed"));
    assertThat(owner.api().get("/api/v1/calls/" + call).body().path("state").asText())
        .isEqualTo("in_progress");
  }

  @Test
  void whatIsKeptNoLongerIsDeletedHereAndAtTwilio() {
    twilio.media(sid, this::all);
    UUID id = left();
    patiently().until(() -> recording(id).isReady());
    makeOld(id);
    owner.api().patch("/api/v1/business", "{'recording_retention_days': 3}");
    assertThat(recording(id).isReady()).as("two days old").isTrue();

    owner.api().patch("/api/v1/business", "{'recording_retention_days': 1}");

    patiently().until(() -> recording(id).state() == RecordingState.DELETED);
    assertThat(twilio.deleted).contains(sid);
    assertThat(service.bean(RecordingFiles.class).find(owner.tenant(), id)).isEmpty();
    service.bean(DeleteRecording.class).run(owner.tenant(), id);
    assertThat(twilio.deleted.stream().filter(sid::equals)).as("once").hasSize(1);
  }

  /// Whether fetching it has failed.
  private static boolean stuck(UUID id) {
    return service
        .bean(Tenancy.class)
        .platform(() -> service.bean(StuckJobs.class).list(1, 1000))
        .stream()
        .anyMatch(job -> job.instance().endsWith(id.toString()));
  }

  private UUID left() {
    return service.bean(CallRecordings.class).left(owner.tenant(), call, sid, SECONDS);
  }

  private Recording recording(UUID id) {
    return service.bean(CallRecordings.class).find(owner.tenant(), id).orElseThrow();
  }

  private String state() {
    JsonNode details = owner.api().get("/api/v1/calls/" + call + "/recording/details").body();
    return details.path("state").asText();
  }

  private void all(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, wave.length);
    exchange.getResponseBody().write(wave);
  }

  private void makeOld(UUID id) {
    service
        .bean(Tenancy.class)
        .run(
            owner.tenant(),
            () -> {
              try (var connection = service.bean(DataSource.class).getConnection();
                  var statement =
                      connection.prepareStatement(
                          "update tenant.recording set created_at = now() - interval '2 days'"
                              + " where tenant_id = ? and id = ?")) {
                statement.setObject(1, owner.tenant().value());
                statement.setObject(2, id);
                statement.executeUpdate();
              } catch (SQLException e) {
                throw new IllegalStateException(e);
              }
            });
  }

  private static ConditionFactory patiently() {
    return await();
  }

  private static byte[] noise() {
    byte[] noise = new byte[SECONDS * 8000];
    new Random(2).nextBytes(noise);
    return noise;
  }
}
