package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.call.PracticeCalls;
import io.frontdesk.database.Logins;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import io.frontdesk.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Models come to their ends while receptionists use them. The catalogue's days are counted from
/// today.
@Execution(ExecutionMode.CONCURRENT)
class ModelEndTest {
  private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

  @TempDir Path folder;

  @Test
  void ownersAreToldAndCallsGoOnWithTheSuccessor() throws IOException, SQLException {
    Logins logins = TestDatabase.another();
    Map<String, Object> settings = Map.of("model.catalogue", catalogue());
    try (var service = RunningService.start(logins.properties(), settings)) {
      Owner owner = Owner.signUp(service, "Ace");
      assertThat(notices(owner)).as("nothing was chosen").isEmpty();

      publish(owner, "later");
      assertThat(notices(owner)).as("61 days are long").isEmpty();

      publish(owner, "ending");
      JsonNode notice = notices(owner).get(0);
      assertThat(notice.path("receptionist_name").asText()).isEqualTo("Sam");
      assertThat(notice.path("model").asText()).isEqualTo("ending");
      assertThat(notice.path("ends_on").asText()).isEqualTo(today.plusDays(60).toString());
      assertThat(notice.path("served_by").asText()).isEqualTo("gpt-realtime-2.1");
      assertThat(notice.path("is_gone").asBoolean()).isFalse();

      aDayPasses(logins);
      assertThat(notices(owner).get(0).path("is_gone").asBoolean()).isTrue();
      var refused = owner.api().patch(path(owner), "{'model': 'gone'}");
      assertThat(refused.status()).isEqualTo(422);
      assertThat(refused.body().at("/errors/0/pointer").asText()).isEqualTo("/model");

      UUID call = new PracticeCalls(service, owner.tenant()).answered();
      var preparation = service.bean(Preparation.class);
      preparation.prepare(owner.tenant(), call, () -> Optional.of("AC1"));
      PreparedCall prepared =
          preparation.prepare(owner.tenant(), call, () -> Optional.of("AC1")).orElseThrow();
      assertThat(prepared.modelName()).isEqualTo("gpt-realtime-2.1");
      assertThat(prepared.session().voice()).isEqualTo("marin");
      JsonNode fallbacks = owner.api().get("/api/v1/calls/" + call).body().path("fallbacks");
      assertThat(fallbacks.findValuesAsText("kind")).containsExactly("model", "voice");
      assertThat(fallbacks.findValuesAsText("from")).containsExactly("gone", "old");
      assertThat(fallbacks.findValuesAsText("to")).containsExactly("gpt-realtime-2.1", "marin");
    }
  }

  private String catalogue() throws IOException {
    Path file = folder.resolve("models.yml");
    String line =
        "  - {name: %s, kind: speech_to_speech, provider: openai, voices: [%s], ends_on: '%s',"
            + " successor: gpt-realtime-2.1}\n";
    Files.writeString(
        file,
        """
        currency: USD
        as_of: '2026-11-20'
        models:
          - {name: gpt-realtime-2.1, kind: speech_to_speech, provider: openai, voices: [marin]}
          - {name: gpt-transcribe, kind: transcription, provider: openai}
        """
            + line.formatted("later", "marin", today.plusDays(61))
            + line.formatted("ending", "marin", today.plusDays(60))
            + line.formatted("gone", "old", today));
    return file.toString();
  }

  private static void publish(Owner owner, String model) {
    var changed = owner.api().patch(path(owner), "{'model': '%s'}".formatted(model));
    assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    owner.api().post(path(owner) + "/publish", "{}");
  }

  /// A model that is gone cannot be chosen any more; it was when it could.
  private static void aDayPasses(Logins logins) throws SQLException {
    try (var connection = logins.owner().connect();
        var statement =
            connection.prepareStatement(
                """
                update tenant.receptionist_version
                  set config = config || '{"model": "gone", "voice": "old"}'\
                """)) {
      statement.executeUpdate();
    }
  }

  private static JsonNode notices(Owner owner) {
    return owner.api().get("/api/v1/model-notices").body().path("data");
  }

  private static String path(Owner owner) {
    return "/api/v1/receptionists/"
        + owner.api().get("/api/v1/receptionists").body().at("/data/0/id").asText();
  }
}
