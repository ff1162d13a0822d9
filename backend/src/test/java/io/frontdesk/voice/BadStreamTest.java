package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontdesk.voice.wire.LooseJson;
import io.frontdesk.voice.wire.Mutation;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What can be wrong with a stream, over real sockets. Who is let in at all, and with which token:
/// [AdmissionTest]; two streams of one call, another call's stream: [StreamTest]; silence and idle
/// sockets: [IdleStreamTest].
@ExtendWith(Leaks.class)
class BadStreamTest {
  private static final int STORM = 2000;

  @RegisterExtension final HandCall call = new HandCall();
  @RegisterExtension final HandCall other = new HandCall();
  private final HandPhone phone = call.phone();
  private int at = 1000;

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 159, 161, 4001})
  void framesOfOddLengthArePassedOnAsTheyAre(int samples) {
    var session = call.talk();
    byte[] sound = new byte[samples];
    Arrays.fill(sound, (byte) 7);
    phone.speaks(1);
    media(Base64.getEncoder().encodeToString(sound), 20);

    await().until(() -> session.audio().length == 160 + samples);
    assertThat(Arrays.copyOfRange(session.audio(), 160, 160 + samples)).isEqualTo(sound);
  }

  @ParameterizedTest
  @ValueSource(strings = {"!", "A", "AAA", "A===", "AA=A", "AAAA\\n", "AAé=", "AA==AAAA", ""})
  void soundThatIsNoBase64IsLeftOut(String payload) {
    var session = call.talk();
    media(payload, 20);
    media("BwcH", 20);

    await().until(() -> session.audio().length >= 3);
    assertThat(session.audio()).containsExactly(7, 7, 7);
  }

  @Test
  void gapsInTheNumberingAreNoLossOfSound() {
    var session = call.talk();
    for (int i = 1; i <= 10; i++) {
      at += 1000;
      media("BwcH".repeat(40), 20 * i);
    }

    await().until(() -> session.audio().length >= 1200);
    assertThat(session.audio()).hasSize(1200).containsOnly(7);
  }

  @Test
  void aSecondStartIsLeftOut() {
    var session = call.talk();
    phone.sends(
        """
        {'event':'start','sequenceNumber':'900','streamSid':'MZ2','start':{'accountSid':'AC1',\
        'callSid':'CA1','mediaFormat':{'encoding':'audio/x-mulaw','sampleRate':8000,'channels':1}}}\
        """);
    phone.sends(
        "{'event':'media','sequenceNumber':'901','streamSid':'MZ2','media':{'timestamp':'1','payload':'AAAA'}}");
    phone.starts(phone.callSid());
    phone.speaks(3);

    await().until(() -> session.audio().length >= 160);
    assertThat(session.audio()).hasSize(160).containsOnly(3);
    assertThat(HandMade.MODEL.sessions(call.owner())).hasSize(1);
  }

  @Test
  void aMessageOfAMegabyteIsLeftOut() {
    var session = call.talk();
    media("AAAA".repeat(1 << 18), 20);
    phone.sends("{'event':'" + "x".repeat(1 << 20) + "'}");
    phone.sends("[".repeat(1 << 20));
    phone.speaks(3);

    await().until(() -> session.audio().length >= 160);
    assertThat(session.audio()).hasSize(160).containsOnly(3);
  }

  @Test
  void nothingIsHeardAfterTheStop() {
    var session = call.talk();
    phone.sends("{'event':'stop','sequenceNumber':'900','streamSid':'MZ1','stop':{}}");
    phone.speaks(3);
    phone.sends("{'event':'dtmf','streamSid':'MZ1','sequenceNumber':'950','dtmf':{'digit':'5'}}");

    assertThat(call.awaitsEnd().get("state").asText()).isEqualTo("completed");
    await().until(session::isClosed);
    assertThat(session.audio()).doesNotContain(3);
  }

  @Test
  void marksThatNeverComeBackHoldNothingUp() {
    var session = call.talk();
    session.answers("resp_1", "a1", "We are open from nine to five.", HandModel.A_SECOND);
    call.awaitsMarks(2);
    session.hearsCaller("u1");
    phone.awaits("clear");
    session.hearsSilence("u1");
    session.answers("resp_2", "a2", "Yes?", "//8=");

    phone.awaits(m -> m.at("/media/payload").asText().equals("//8="));
    phone.hangsUp();
    assertThat(call.awaitsEnd().get("state").asText()).isEqualTo("completed");
  }

  @Test
  void marksThatNobodySentAreLeftOut() {
    var session = call.talk();
    for (String name : List.of("", "1", "1:", ":1", "9:9", "1:999999", "1:99999999999", "x:y")) {
      phone.hears(name);
    }
    session.answers("resp_1", "a1", "Yes?", "//8=");

    phone.awaits(m -> m.at("/media/payload").asText().equals("//8="));
  }

  @Test
  void aPhoneThatTalksNonsenseDisturbsNoOtherCall() {
    var session = call.talk();
    String media =
        "{\"event\":\"media\",\"sequenceNumber\":\"9\",\"streamSid\":\"MZ1\",\"media\":{\"track\":"
            + "\"inbound\",\"timestamp\":\"20\",\"payload\":\"AAAAAAAAAAAAAAAAAAA=\"}}";
    String mark =
        "{\"event\":\"mark\",\"sequenceNumber\":\"9\",\"streamSid\":\"MZ1\",\"mark\":{\"name\":\"1:1\"}}";

    storm(List.of(media, media, mark), phone::sends);

    session.answers("resp_9", "a9", "Yes?", "//8=");
    phone.awaits(m -> m.at("/media/payload").asText().equals("//8="));
  }

  @Test
  void aModelThatTalksNonsenseDisturbsNoOtherCall() {
    var session = call.talk();
    String delta =
        "{\"type\":\"response.output_audio.delta\",\"response_id\":\"r1\",\"item_id\":\"i1\","
            + "\"content_index\":0,\"delta\":\"AAAAAAAAAAAAAAAAAAA=\"}";
    String words =
        "{\"type\":\"response.output_audio_transcript.delta\",\"response_id\":\"r1\","
            + "\"item_id\":\"i1\",\"delta\":\"wörd\"}";
    String created = "{\"type\":\"response.created\",\"response\":{\"id\":\"r1\"}}";
    String done =
        "{\"type\":\"response.done\",\"response\":{\"id\":\"r1\",\"status\":\"completed\"}}";

    storm(List.of(delta, delta, words, created, done), session::says);

    phone.hangsUp();
    assertThat(call.awaitsEnd().get("ended_at").isNull()).isFalse();
  }

  /// Nonsense on one call; on the other every frame arrives, both ways.
  private void storm(List<String> good, Consumer<String> sender) {
    var theirs = other.talk();
    var random = new Random(1);
    int frames = 0;
    for (int i = 0; i < STORM; i++) {
      String json = good.get(random.nextInt(good.size()));
      sender.accept(
          Mutation.of(LooseJson.buffer(json), random.nextLong()).toString(StandardCharsets.UTF_8));
      if (i % 20 == 0) {
        other.phone().speaks(frames++);
      }
    }
    theirs.answers("resp_1", "a1", "Hello.", "AQIDBA==");

    int all = frames;
    await().until(() -> theirs.audio().length >= all * 160);
    byte[] heard = theirs.audio();
    assertThat(heard).hasSize(all * 160);
    for (int i = 0; i < heard.length; i++) {
      assertThat(heard[i]).isEqualTo((byte) (i / 160));
    }
    other.phone().awaits(m -> m.at("/media/payload").asText().equals("AQIDBA=="));
  }

  private void media(String payload, int atMs) {
    phone.sends(
        """
        {'event':'media','sequenceNumber':'%d','streamSid':'MZ1','media':{'track':'inbound',\
        'timestamp':'%d','payload':'%s'}}\
        """
            .formatted(at++, atMs, payload));
  }
}
