package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.conversation.recording.Replay;
import io.frontdesk.testing.RunningService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Callers who want a person, from their first word to what is left: everything between the
/// simulated telephones is the product.
class TransferScenariosTest {
  private static final String TAKES = "+12125550120";
  private static final String DOES_NOT_ANSWER = "+12125550121";
  private static final String BUSY = "+12125550122";
  private static final String DOES_NOT_EXIST = "+12125550123";
  private static final String MACHINE = "+12125550124";
  private static final String DECLINES = "+12125550125";
  private static final String HANGS_UP = "+12125550126";
  private static final String PRESSES_NOTHING = "+12125550127";

  private static final Map<String, Rung> CALLS = new ConcurrentHashMap<>();

  /// All callers ring at once, each another business with other people.
  @BeforeAll
  static void ring() throws InterruptedException {
    var threads = new ArrayList<Thread>();
    threads.add(rings("somebody", TAKES));
    for (String first : List.of(BUSY, DOES_NOT_EXIST, DECLINES, HANGS_UP, DOES_NOT_ANSWER)) {
      threads.add(rings(first + " first", first, TAKES));
    }
    threads.add(rings("nobody", BUSY));
    threads.add(rings("machine", MACHINE));
    threads.add(rings("nothing pressed", PRESSES_NOTHING));
    for (Thread thread : threads) {
      thread.join();
    }
  }

  @Test
  void whoeverWantsAPersonTalksToOne() {
    Rung rung = rung("somebody");

    assertThat(rung.call().path("outcome").asText()).isEqualTo("transferred");
    assertThat(transfer(rung).path("result").asText()).isEqualTo("connected");
    assertThat(rung.seenWords("receptionist"))
        .anyMatch(words -> words.contains("connect you with"))
        .anyMatch(words -> words.contains("This is Sam. I will see to it."))
        .noneMatch(words -> words.contains("Press 1"));
    assertThat(rung.seen().path("ended_by").asText()).isEqualTo("caller");
    assertThat(rung.seen().path("warnings").findValues("code"))
        .as("but that we closed the stream")
        .allMatch(code -> code.asInt() == 31921);
    rung.none("/api/v1/messages");
    assertThat(Replay.of(rung.events()).firstDifference()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {BUSY, DOES_NOT_EXIST, DECLINES, HANGS_UP, DOES_NOT_ANSWER})
  void whereOneIsNotReachedTheNextOneIsRung(String first) {
    Rung rung = rung(first + " first");

    assertThat(transfer(rung).at("/legs/0/result").asText())
        .isEqualTo(
            switch (first) {
              case BUSY -> "busy";
              case DOES_NOT_EXIST -> "failed";
              case DOES_NOT_ANSWER -> "no_answer";
              default -> "declined";
            });
    assertThat(transfer(rung).at("/legs/1/result").asText())
        .as("%s, %s", transfer(rung), rung.turns())
        .isEqualTo("connected");
    assertThat(rung.seenWords("receptionist"))
        .anyMatch(words -> words.contains("This is Sam. I will see to it."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nobody", "machine", "nothing pressed"})
  void whereNobodyTakesItTheReceptionistTakesAMessageAndTheClockRuns(String name) {
    Rung rung = rung(name);

    assertThat(transfer(rung).path("result").asText()).isEqualTo("nobody");
    assertThat(rung.seenWords("receptionist"))
        .anyMatch(words -> words.contains("nobody can take the call right now"))
        .noneMatch(words -> words.contains("leave a message after the tone"));
    JsonNode message = rung.only("/api/v1/messages");
    assertThat(message.path("due_at").isTextual()).isTrue();
    assertThat(message.path("from_phone").asText()).isEqualTo("+12125550168");
    assertThat(message.path("text").asText()).containsIgnoringCase("boiler");
    assertThat(rung.call().path("outcome").asText()).isEqualTo("message_taken");
    assertThat(
            StreamSupport.stream(rung.turns().spliterator(), false)
                .map(turn -> turn.path("index").asInt()))
        .as("one transcript")
        .doesNotHaveDuplicates()
        .isSorted();
    assertThat(Replay.of(rung.events()).firstDifference()).isEmpty();
  }

  private static Thread rings(String name, String... people) {
    return Thread.ofVirtual()
        .start(
            () ->
                CALLS.put(
                    name,
                    Rung.ring(RunningService.shared(), "asks_for_a_person", List.of(people))));
  }

  private static JsonNode transfer(Rung rung) {
    String path = "/api/v1/calls/" + rung.call().path("id").asText() + "/transfers";
    return rung.owner().api().get(path).body().at("/transfers/0");
  }

  private static Rung rung(String name) {
    return Optional.ofNullable(CALLS.get(name)).orElseThrow();
  }
}
