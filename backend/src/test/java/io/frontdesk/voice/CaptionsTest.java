package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.frontdesk.call.CallMoment;
import io.frontdesk.call.Speaker;
import io.frontdesk.conversation.Unfinished;
import io.frontdesk.tenancy.TenantId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CaptionsTest {
  private static final TenantId TENANT = new TenantId(UUID.randomUUID());
  private static final UUID CALL = UUID.randomUUID();
  private static final int SECOND = 8000;

  private final List<CallMoment> shown = new ArrayList<>();
  private final Playback playback = new Playback(Duration.ofSeconds(2));
  private final Captions captions = new Captions(TENANT, CALL, shown::add);

  @Test
  void theReceptionistsWordsAppearAsTheyAreHeard() {
    playback.said("r1", "item_1", "Good morning and welcome");
    String mark = Objects.requireNonNull(playback.sent("r1", "item_1", 0, SECOND, 0));
    playback.sent("r1", "item_1", 0, SECOND, 0);

    show(receptionist(0, "item_1"));
    playback.heard(mark, 1000);
    show(receptionist(0, "item_1"));

    assertThat(shown)
        .containsExactly(
            speaking(0, Speaker.RECEPTIONIST, ""),
            speaking(0, Speaker.RECEPTIONIST, "Good morning"));
  }

  @Test
  void theCallersWordsAppearAsTheyAreUnderstood() {
    show(caller(1, "item_2"));
    captions.callerSaid("item_2", "Hi, ");
    show(caller(1, "item_2"));
    captions.callerSaid("item_2", "my door");
    show(caller(1, "item_2"));

    assertThat(shown)
        .containsExactly(
            speaking(1, Speaker.CALLER, ""),
            speaking(1, Speaker.CALLER, "Hi, "),
            speaking(1, Speaker.CALLER, "Hi, my door"));
  }

  @Test
  void anAudienceThatFailsDoesNotStopTheCall() {
    var failing =
        new Captions(
            TENANT,
            CALL,
            _ -> {
              throw new IllegalStateException("nobody listens");
            });

    assertThatCode(
            () -> {
              failing.toolStarted("take_message");
              failing.show(List.of(caller(1, "item_2")), playback);
              failing.over();
            })
        .doesNotThrowAnyException();
  }

  @Test
  void whatHasNotChangedIsNotToldAgain() {
    show(caller(1, "item_2"));
    show(caller(1, "item_2"));

    assertThat(shown).hasSize(1);
  }

  @Test
  void aTurnThatGoesIntoTheRecordIsNotTakenBack() {
    show(caller(1, "item_2"));
    captions.stored(1);
    show();

    assertThat(shown).containsExactly(speaking(1, Speaker.CALLER, ""));
  }

  @Test
  void aTurnThatWasNoneAfterAllIsTakenBack() {
    show(caller(1, "item_2"), receptionist(2, "item_3"));
    show(receptionist(1, "item_3"));

    assertThat(shown.subList(2, 4))
        .containsExactly(speaking(1, Speaker.RECEPTIONIST, ""), speaking(2, Speaker.SYSTEM, ""));
  }

  @Test
  void aTurnThatWaitsForTheOneBeforeItKeepsItsWords() {
    show(caller(1, "item_2"), new Unfinished(2, "item_3", Speaker.RECEPTIONIST, "Let me see."));

    assertThat(shown.getLast()).isEqualTo(speaking(2, Speaker.RECEPTIONIST, "Let me see."));
  }

  private void show(Unfinished... turns) {
    captions.show(List.of(turns), playback);
  }

  private static Unfinished caller(int index, String item) {
    return new Unfinished(index, item, Speaker.CALLER, null);
  }

  private static Unfinished receptionist(int index, String item) {
    return new Unfinished(index, item, Speaker.RECEPTIONIST, null);
  }

  private static CallMoment speaking(int index, Speaker speaker, String text) {
    return new CallMoment.Speaking(TENANT, CALL, index, speaker, text);
  }
}
