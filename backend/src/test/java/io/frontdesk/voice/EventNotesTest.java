package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The log of a call that goes on.
class EventNotesTest {
  @RegisterExtension final HandCall call = new HandCall();

  /// Whoever kills the service now finds all of it but the last two seconds.
  @Test
  void whatHappenedIsStoredWhileTheCallGoesOn() {
    call.talk();

    await().until(() -> log().findValuesAsText("type").contains("model_ready"));
    assertThat(call.record().get("ended_at").isNull()).isTrue();
    assertThat(log().at("/0/type").asText()).isEqualTo("begun");

    call.phone().hangsUp();
    call.awaitsEnd();
    assertThat(log().get(log().size() - 1).at("/effects").findValuesAsText("type"))
        .as("all of it is there when the record is closed")
        .contains("close");
  }

  private JsonNode log() {
    String id = call.record().get("id").asText();
    return call.owner().api().get("/api/v1/calls/" + id + "/events?limit=200").body().get("data");
  }
}
