package io.frontdesk.voice.scripted;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.call.PracticeCalls;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import io.frontdesk.testing.TwoNodes;
import io.frontdesk.voice.CallInHand;
import io.frontdesk.voice.CallsInHand;
import io.frontdesk.voice.exchange.Heard;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// A call that one node answers and another ends.
@Execution(ExecutionMode.CONCURRENT)
class AnotherNodeTest {
  @TempDir Path data;

  @Test
  void anyNodeGoesOnAndAllSayTheSame() {
    try (var nodes = TwoNodes.start(data)) {
      Owner owner = Owner.signUp(nodes.one(), "Acme");
      UUID call = new PracticeCalls(nodes.one(), owner.tenant()).answered();

      String greeting = engine(nodes.one()).open(hand(nodes.one(), owner, call));
      assertThat(engine(nodes.other()).open(hand(nodes.other(), owner, call))).isEqualTo(greeting);

      String phone = says(nodes.other(), owner, call, 1, "Tom Baker");
      assertThat(says(nodes.one(), owner, call, 1, "Tom Baker")).isEqualTo(phone);
      says(nodes.one(), owner, call, 2, "Yes.");
      says(nodes.other(), owner, call, 3, "The boiler is broken.");
      says(nodes.one(), owner, call, 4, "No.");
      assertThat(says(nodes.other(), owner, call, 5, "Yes.")).contains("Thank you, Tom Baker.");

      assertThat(owner.api().get("/api/v1/messages").body().path("data")).hasSize(1);
    }
  }

  private static String says(RunningService node, Owner owner, UUID call, int step, String words) {
    return engine(node).next(hand(node, owner, call), step, new Heard.Words(words));
  }

  private static ScriptedEngine engine(RunningService node) {
    return node.bean(ScriptedEngine.class);
  }

  private static CallInHand hand(RunningService node, Owner owner, UUID call) {
    return node.bean(CallsInHand.class).find(owner.tenant(), call).orElseThrow();
  }
}
