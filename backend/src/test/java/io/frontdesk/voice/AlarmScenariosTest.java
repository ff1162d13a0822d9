package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.conversation.recording.Replay;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Callers in danger, from their first word to what is left, with a model that speaks.
@Execution(ExecutionMode.CONCURRENT)
class AlarmScenariosTest {
  private final Owner owner = Owner.signUp(RunningService.shared(), "Ace Garage Doors");

  @Test
  void whoSmellsGasAtNightIsToldWhatToDoAndTalksWithWhoeverIsOnCall() {
    HandTalk.change(
        owner,
        """
        {'transfer_targets': [
           {'name': 'Office', 'number': '+12125550121', 'reachable': 'opening_hours'},
           {'name': 'Night watch', 'number': '+12125550120', 'reachable': 'always', 'urgent_only': true}],
         'escalation': {'emergency': {'words': ['smell gas'], 'text': 'Leave the house now.',
                                      'target': 'Night watch'}}}\
        """);

    Rung rung = Rung.ring(owner, "smells_gas");

    assertThat(saidToTheEnd(rung).get(1)).as("at once").isEqualTo("Leave the house now.");
    assertThat(rung.call().path("outcome").asText())
        .as(rung.turns().toString())
        .isEqualTo("transferred");
    assertThat(rung.seenWords("receptionist"))
        .anyMatch(words -> words.contains("I will see to it"));
    assertThat(Replay.of(rung.events()).firstDifference()).isEmpty();
  }

  @Test
  void whoDoesNotWantToLiveIsToldWhereHelpIs() {
    owner.api().patch("/api/v1/business", "{'time_zone': 'America/New_York'}");

    Rung rung = Rung.ring(owner, "is_in_danger");

    assertThat(saidToTheEnd(rung).get(1)).as("at once").contains("988", "911");
    assertThat(rung.seenWords("receptionist"))
        .anyMatch(words -> words.contains("988") && words.contains("911"));
    assertThat(Replay.of(rung.events()).firstDifference()).isEmpty();
  }

  /// What the receptionist said and nothing cut short: an answer that the model had begun is.
  private static List<String> saidToTheEnd(Rung rung) {
    return StreamSupport.stream(rung.turns().spliterator(), false)
        .filter(turn -> turn.path("speaker").asText().equals("receptionist"))
        .filter(turn -> !turn.path("interrupted").asBoolean())
        .map(turn -> turn.path("text").asText())
        .toList();
  }
}
