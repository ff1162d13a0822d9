package io.frontdesk.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.frontdesk.call.Speaker;
import io.frontdesk.call.ToolCall;
import io.frontdesk.call.Turn;
import io.frontdesk.conversation.Recap.Part;
import io.frontdesk.conversation.Recap.Part.Did;
import io.frontdesk.conversation.Recap.Part.Said;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecapTest {
  private static final ToolCall BOOKED =
      new ToolCall(
          "c1",
          "schedule_appointment",
          JsonNodeFactory.instance.objectNode(),
          JsonNodeFactory.instance.objectNode().put("say", "Booked for Thursday."));

  private final Recap recap = new Recap();
  private int index;

  @Test
  void theLatestTurnsAreToldAsTheyWere() {
    add(Speaker.RECEPTIONIST, "Acme, hello!", null);
    add(Speaker.CALLER, "Book me in.", null);
    add(Speaker.RECEPTIONIST, "Booked for Thursday. Anything else?", "Booked for", BOOKED);

    assertThat(recap.parts().subList(1, 5))
        .containsExactly(
            new Said(Speaker.RECEPTIONIST, "Acme, hello!"),
            new Said(Speaker.CALLER, "Book me in."),
            new Did(BOOKED),
            new Said(Speaker.RECEPTIONIST, "Booked for..."));
    assertThat(summary()).contains("do not greet again").doesNotContain("#");
  }

  @Test
  void whatWasDoneLongAgoIsNotForgotten() {
    add(Speaker.SYSTEM, "schedule_appointment", null, BOOKED);
    add(Speaker.CALLER, "My name is Anna.", null);
    for (int i = 0; i < 2000; i++) {
      add(Speaker.CALLER, "I have another question.", null);
      add(Speaker.RECEPTIONIST, "And I another answer.", null);
    }

    assertThat(summary())
        .contains("schedule_appointment: Booked for Thursday.")
        .contains("Caller: I have another question.", "You: And I another answer.")
        .doesNotContain("Anna")
        .hasSizeLessThan(30_000);
    assertThat(recap.parts()).hasSize(13);
  }

  @Test
  void whatNobodyHeardWasNotSaid() {
    add(Speaker.RECEPTIONIST, "Nobody heard this.", "");

    assertThat(recap.parts()).hasSize(1);
  }

  private String summary() {
    Part first = recap.parts().getFirst();
    assertThat(first).isInstanceOf(Said.class);
    assertThat(((Said) first).speaker()).isEqualTo(Speaker.SYSTEM);
    return ((Said) first).text();
  }

  private void add(Speaker speaker, String text, @Nullable String heard, ToolCall... calls) {
    recap.add(
        new Turn(
            index++,
            speaker,
            text,
            heard,
            heard != null,
            List.of(calls),
            Talk.NOON,
            Talk.NOON,
            null));
  }
}
