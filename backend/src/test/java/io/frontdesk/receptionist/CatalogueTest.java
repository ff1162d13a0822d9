package io.frontdesk.receptionist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Services and staff over the API.
class CatalogueTest {
  private static final String SERVICES = "/api/v1/services";
  private static final String STAFF = "/api/v1/staff";

  private final RunningService service = RunningService.shared();
  private final Owner owner = Owner.signUp(service, "Ace Garage Doors");

  @Test
  void aNewServiceIsListedFirstAndCanBeBooked() {
    JsonNode added =
        add(SERVICES, "{'name': 'Gate check', 'duration_minutes': 45, 'price_text': '90 dollars'}");

    assertThat(added.path("duration_minutes").asInt()).isEqualTo(45);
    assertThat(list(SERVICES).get(0)).isEqualTo(added);
    assertThat(slots(added)).isNotEmpty();
  }

  @Test
  void aServiceIsChangedFieldByField() {
    String path =
        SERVICES
            + "/"
            + add(SERVICES, "{'name': 'Gate', 'duration_minutes': 45}").path("id").asText();

    var changed = owner.api().patch(path, "{'price_text': 'from 90 dollars'}");

    assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    assertThat(owner.api().get(path).body().path("name").asText()).isEqualTo("Gate");
    assertThat(owner.api().get(path).body().path("price_text").asText())
        .isEqualTo("from 90 dollars");
  }

  @Test
  void aRetiredServiceIsOfferedNoMoreButStillKnown() {
    JsonNode gate = add(SERVICES, "{'name': 'Gate', 'duration_minutes': 45}");
    String path = SERVICES + "/" + gate.path("id").asText();

    assertThat(owner.api().delete(path).status()).isEqualTo(204);

    assertThat(list(SERVICES).findValuesAsText("id")).doesNotContain(gate.path("id").asText());
    assertThat(owner.api().get(path).body().path("retired_at").isNull()).isFalse();
    assertThat(slotsAnswer(gate.path("id").asText())).isEqualTo(422);
    assertThat(owner.api().delete(path).status()).isEqualTo(404);
    assertThat(owner.api().patch(path, "{'name': 'Door'}").status()).isEqualTo(404);
  }

  @Test
  void somebodyWhoLeftIsBookedNoMore() {
    JsonNode ana = add(STAFF, "{'name': 'Ana'}");
    assertThat(list(STAFF)).hasSize(2);

    assertThat(owner.api().delete(STAFF + "/" + ana.path("id").asText()).status()).isEqualTo(204);

    assertThat(list(STAFF).findValuesAsText("name")).hasSize(1).doesNotContain("Ana");
  }

  @ParameterizedTest
  @CsvSource({SERVICES + ", last_service", STAFF + ", last_member"})
  void theLastOneStays(String path, String type) {
    List<String> ids = list(path).findValuesAsText("id");
    ids.subList(1, ids.size())
        .forEach(id -> assertThat(owner.api().delete(path + "/" + id).status()).isEqualTo(204));

    var answer = owner.api().delete(path + "/" + ids.getFirst());

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.body().path("type").asText()).isEqualTo("/problems/" + type);
    assertThat(list(path)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {SERVICES, STAFF})
  void anEditOfAnOldVersionIsRefused(String list) {
    String path = list + "/" + list(list).get(0).path("id").asText();
    var read = Map.of("If-Match", owner.api().get(path).header("etag"));

    assertThat(owner.api().send("PATCH", path, "{'name': 'One'}", read).status()).isEqualTo(200);
    assertThat(owner.api().send("PATCH", path, "{'name': 'Two'}", read).status()).isEqualTo(412);
    assertThat(owner.api().get(path).body().path("name").asText()).isEqualTo("One");
  }

  @ParameterizedTest
  @ValueSource(strings = {SERVICES, STAFF})
  void anotherTenantsIsNotThere(String list) {
    Owner other = Owner.signUp(service, "Best Plumbing");
    JsonNode ours = list(list).get(0);
    String path = list + "/" + ours.path("id").asText();

    assertThat(other.api().get(list).body().path("data").findValuesAsText("id"))
        .isNotEmpty()
        .doesNotContain(ours.path("id").asText());
    assertThat(other.api().get(path).status()).isEqualTo(404);
    assertThat(other.api().patch(path, "{'name': 'Mine'}").status()).isEqualTo(404);
    assertThat(other.api().delete(path).status()).isEqualTo(404);
    assertThat(owner.api().get(path).body()).isEqualTo(ours);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'duration_minutes': 45}                        | 422 | /name",
        "{'name': ' ', 'duration_minutes': 45}           | 422 | /name",
        "{'name': 'Gate', 'duration_minutes': 4}         | 422 | /duration_minutes",
        "{'name': 'Gate', 'duration_minutes': 1441}      | 422 | /duration_minutes",
        "{'name': 'Gate', 'duration_minutes': 'long'}    | 400 | /duration_minutes",
        "{'name': 'Gate'}                                | 422 | /duration_minutes",
      })
  void aBadFieldIsPointedAt(String body, int status, String pointer) {
    var answer = owner.api().post(SERVICES, body);

    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.body().at("/errors/0/pointer").asText()).as(answer.text()).isEqualTo(pointer);
  }

  private JsonNode add(String path, String body) {
    var answer = owner.api().post(path, body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    assertThat(answer.header("etag")).isEqualTo("\"0\"");
    return answer.body();
  }

  private JsonNode list(String path) {
    return owner.api().get(path).body().path("data");
  }

  private JsonNode slots(JsonNode offered) {
    return owner.api().get(availability(offered.path("id").asText())).body().path("data");
  }

  private int slotsAnswer(String serviceId) {
    return owner.api().get(availability(serviceId)).status();
  }

  private static String availability(String serviceId) {
    Instant now = Instant.now();
    return "/api/v1/availability?from=%s&to=%s&service_id=%s"
        .formatted(now, now.plus(7, ChronoUnit.DAYS), serviceId);
  }
}
