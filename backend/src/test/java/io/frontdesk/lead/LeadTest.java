package io.frontdesk.lead;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.call.CallResults;
import io.frontdesk.call.PracticeCalls;
import io.frontdesk.call.Sentiment;
import io.frontdesk.call.Urgency;
import io.frontdesk.tenancy.E164;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Leads over the API, and how calls add to them.
class LeadTest {
  private static final String LEADS = "/api/v1/leads";
  private static final E164 DANA = new E164("+14155550123");

  private final RunningService service = RunningService.shared();
  private final Leads leads = service.bean(Leads.class);
  private final Owner owner = Owner.signUp(service, "Ace Garage Doors");
  private final PracticeCalls practice = new PracticeCalls(service, owner.tenant());

  @Test
  void aLeadIsShownInTheShapeThatProgramsRelyOn() {
    UUID call = practice.answered(DANA.value());
    Lead lead = hear("Dana Cole", "repair", Urgency.HIGH, Map.of("issue", spoken("Broken spring")));
    link(call, lead);

    JsonNode shown = get("/" + lead.id());
    assertThat(shown.properties())
        .extracting(Map.Entry::getKey)
        .contains(
            "id",
            "name",
            "phone",
            "email",
            "status",
            "urgency",
            "intent",
            "fields",
            "call_ids",
            "created_at")
        .doesNotContain("tenant_id", "version", "lead", "score");
    assertThat(shown.path("phone").asText()).isEqualTo(DANA.value());
    assertThat(shown.path("status").asText()).isEqualTo("new");
    assertThat(shown.path("urgency").asText()).isEqualTo("high");
    assertThat(shown.at("/fields/issue").toString())
        .isEqualTo(
            "{\"value\":\"Broken spring\",\"source\":\"spoken\",\"verified\":false,\"turn\":2}");
    assertThat(shown.path("call_ids").toString()).isEqualTo("[\"" + call + "\"]");
    assertThat(get("").at("/data/0")).isEqualTo(shown);
  }

  @Test
  void aSecondCallFromTheNumberAddsToTheLead() {
    Lead first = hear("Dana", null, Urgency.HIGH, Map.of("issue", spoken("Broken spring")));

    Lead second = hear(null, "reschedule", null, Map.of("address", spoken("12 Oak Street")));

    assertThat(second.id()).isEqualTo(first.id());
    assertThat(second.name()).as("what is not said again stays").isEqualTo("Dana");
    assertThat(second.urgency()).isEqualTo(Urgency.HIGH);
    assertThat(second.intent()).isEqualTo("reschedule");
    assertThat(second.fields()).containsOnlyKeys("issue", "address");
    assertThat(practice.events(first.id())).containsExactly("lead.created", "lead.updated");
  }

  @Test
  void theSameHeardTwiceChangesNothing() {
    var fields = Map.of("issue", spoken("Broken spring"));
    Lead first = hear("Dana", "repair", Urgency.HIGH, fields);
    Lead second = hear("Dana", "repair", Urgency.HIGH, fields);

    assertThat(second).isEqualTo(first);
    assertThat(practice.events(first.id())).containsExactly("lead.created");
  }

  @Test
  void callsHeardAtOnceMakeOneLeadWithAllThatWasSaid() throws Exception {
    var start = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var heard =
          IntStream.range(0, 8)
              .mapToObj(
                  i ->
                      threads.submit(
                          () -> {
                            start.await();
                            return hear(null, null, null, Map.of("key_" + i, spoken("v" + i)));
                          }))
              .toList();
      start.countDown();
      for (Future<Lead> one : heard) {
        one.get();
      }
    }

    assertThat(get("").path("data")).hasSize(1);
    assertThat(get("").at("/data/0/fields")).hasSize(8);
  }

  @Test
  void whatSomebodyWroteIsNotOverwrittenByWhatIsHeard() {
    Lead lead = hear("Dana", null, null, Map.of("address", spoken("12 Oak")));
    patch(lead, "{'name': 'Dana Cole', 'fields': {'address': {'value': '12 Oak Street'}}}", 200);

    Lead later = hear("Donna", null, null, Map.of("address", spoken("20 Oak")));

    assertThat(later.name()).isEqualTo("Dana Cole");
    assertThat(later.fields()).containsEntry("address", LeadField.written("12 Oak Street"));
  }

  @Test
  void aLeadIsEnteredByHand() {
    var created =
        owner
            .api()
            .post(
                LEADS,
                """
                {'phone': '+14155550140', 'name': 'Kim', 'email': 'kim@example.com',
                 'fields': {'issue': {'value': 'New door'}, 'address': null}}\
                """);

    assertThat(created.status()).as(created.text()).isEqualTo(201);
    assertThat(created.body().at("/fields/issue/source").asText()).isEqualTo("written");
    assertThat(created.body().path("call_ids").toString()).isEqualTo("[]");
    assertThat(get("/" + created.body().path("id").asText())).isEqualTo(created.body());
    var again = owner.api().post(LEADS, "{'phone': '+14155550140'}");
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.body().path("type").asText()).isEqualTo("/problems/phone_taken");
  }

  @Test
  void aChangeLeavesWhatItDoesNotNameAsItWas() {
    Lead lead =
        hear(
            "Dana",
            "repair",
            null,
            Map.of("issue", spoken("Broken spring"), "address", spoken("12 Oak")));

    JsonNode changed =
        patch(lead, "{'status': 'contacted', 'intent': null, 'fields': {'address': null}}", 200);

    assertThat(changed.path("status").asText()).isEqualTo("contacted");
    assertThat(changed.path("intent").isNull()).isTrue();
    assertThat(changed.path("name").asText()).isEqualTo("Dana");
    assertThat(changed.at("/fields/issue/source").asText()).isEqualTo("spoken");
    assertThat(changed.path("fields").has("address")).isFalse();
  }

  @Test
  void aStatusSetByMistakeIsTakenBack() {
    Lead lead = hear("Dana", null, null, Map.of());
    patch(lead, "{'status': 'lost'}", 200);

    patch(lead, "{'status': 'new'}", 200);

    assertThat(get("/" + lead.id()).path("status").asText()).isEqualTo("new");
    assertThat(practice.events(lead.id()))
        .containsExactly("lead.created", "lead.updated", "lead.updated");
  }

  @Test
  void theSameStatusTwiceIsOneChange() {
    Lead lead = hear("Dana", null, null, Map.of());
    patch(lead, "{'status': 'contacted'}", 200);

    patch(lead, "{'status': 'contacted'}", 200);

    assertThat(practice.events(lead.id())).containsExactly("lead.created", "lead.updated");
  }

  @Test
  void aLeadsCallsAreListed() {
    UUID call = practice.answered(DANA.value());
    practice.answered("+14155550140");
    Lead lead = hear("Dana Cole", null, null, Map.of());
    link(call, lead);

    var calls = owner.api().get("/api/v1/calls?lead_id=" + lead.id());

    assertThat(calls.body().path("data").findValuesAsText("id")).containsExactly(call.toString());
  }

  @Test
  void aNumberThatAnotherLeadHasIsRefused() {
    hear("Dana", null, null, Map.of());
    var other = owner.api().post(LEADS, "{'phone': '+14155550140'}").body();

    var answer =
        owner.api().patch(LEADS + "/" + other.path("id").asText(), "{'phone': '+14155550123'}");

    assertThat(answer.status()).as(answer.text()).isEqualTo(409);
    assertThat(answer.body().path("type").asText()).isEqualTo("/problems/phone_taken");
  }

  @Test
  void anEditOfAnOldVersionIsRefused() {
    Lead lead = hear("Dana", null, null, Map.of());
    String path = LEADS + "/" + lead.id();
    var read = Map.of("If-Match", owner.api().get(path).header("etag"));

    assertThat(owner.api().send("PATCH", path, "{'name': 'One'}", read).status()).isEqualTo(200);
    assertThat(owner.api().send("PATCH", path, "{'name': 'Two'}", read).status()).isEqualTo(412);
  }

  @Test
  void aLeadThatIsStruckOutLeavesItsCalls() {
    UUID call = practice.answered(DANA.value());
    Lead lead = hear("Dana", null, null, Map.of());
    link(call, lead);

    assertThat(owner.api().delete(LEADS + "/" + lead.id()).status()).isEqualTo(204);

    assertThat(owner.api().get(LEADS + "/" + lead.id()).status()).isEqualTo(404);
    assertThat(owner.api().delete(LEADS + "/" + lead.id()).status()).isEqualTo(404);
    var left = owner.api().get("/api/v1/calls/" + call);
    assertThat(left.status()).isEqualTo(200);
    assertThat(left.body().path("lead_id").isNull()).isTrue();
  }

  @Test
  void filtersNarrowTheList() {
    Lead dana = hear("Dana Cole", "new door", Urgency.LOW, Map.of());
    owner.api().post(LEADS, "{'phone': '+14155550140', 'name': 'Kim', 'status': 'contacted'}");

    assertThat(get("").path("data")).hasSize(2);
    assertThat(names("?status=new")).containsExactly("Dana Cole");
    assertThat(names("?urgency=low")).containsExactly("Dana Cole");
    assertThat(names("?q=dana")).containsExactly("Dana Cole");
    assertThat(names("?q=door")).containsExactly("Dana Cole");
    assertThat(names("?q=555-0140")).containsExactly("Kim");
    assertThat(names("?q=nobody")).isEmpty();
    assertThat(names("?created_after=" + dana.createdAt())).containsExactly("Kim");
  }

  @Test
  void callsAreSearchedByTheirLeadsName() {
    UUID call = practice.answered(DANA.value());
    practice.answered("+14155550140");
    link(call, hear("Dana Cole", null, null, Map.of()));

    assertThat(owner.api().get("/api/v1/calls?q=cole").body().path("data").findValuesAsText("id"))
        .containsExactly(call.toString());
  }

  @Test
  void pagesStayTheSameWhileLeadsComeIn() {
    for (int i = 0; i < 5; i++) {
      enter(i);
    }
    var read = new ArrayList<String>();
    String cursor = "";
    int more = 5;
    do {
      JsonNode page = get("?limit=2" + cursor);
      read.addAll(page.path("data").findValuesAsText("phone"));
      enter(more++);
      cursor =
          page.path("next_cursor").isNull() ? "" : "&cursor=" + page.path("next_cursor").asText();
    } while (!cursor.isEmpty());

    assertThat(read)
        .containsExactly(
            "+14155550104", "+14155550103", "+14155550102", "+14155550101", "+14155550100");
  }

  @Test
  void anotherTenantsLeadIsNotThere() {
    Lead lead = hear("Dana", null, null, Map.of());
    Owner other = Owner.signUp(service, "Best Plumbing");
    String path = LEADS + "/" + lead.id();

    assertThat(other.api().get(path).status()).isEqualTo(404);
    assertThat(other.api().patch(path, "{'name': 'Mine'}").status()).isEqualTo(404);
    assertThat(other.api().delete(path).status()).isEqualTo(404);
    assertThat(other.api().get(LEADS).body().path("data")).isEmpty();
    assertThat(get("/" + lead.id()).path("name").asText()).isEqualTo("Dana");
    assertThat(leads.heard(other.tenant(), new Heard(DANA, null, null, null, null, Map.of())).id())
        .as("the same number calls two businesses")
        .isNotEqualTo(lead.id());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}                                                        | 422 | /phone",
        "{'phone': null}                                           | 422 | /phone",
        "{'phone': '555-0100'}                                     | 422 | /phone",
        "{'phone': 12}                                             | 400 | /phone",
        "{'phone': '+14155550100', 'email': 'nobody'}              | 422 | /email",
        "{'phone': '+14155550100', 'status': 'sleeping'}           | 422 | /status",
        "{'phone': '+14155550100', 'urgency': 'soon'}              | 422 | /urgency",
        "{'phone': '+14155550100', 'fields': 'all'}                | 400 | /fields",
        "{'phone': '+14155550100', 'fields': {'A b': {'value': 'x'}}} | 422 | /fields/A b",
        "{'phone': '+14155550100', 'fields': {'a': {'value': ''}}} | 422 | /fields/a/value",
        "{'phone': '+14155550100', 'name': 'a\\u0000'}             | 422 | /name",
      })
  void aBadFieldIsPointedAt(String body, int status, String pointer) {
    var answer = owner.api().post(LEADS, body);

    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.body().at("/errors/0/pointer").asText()).as(answer.text()).isEqualTo(pointer);
    assertThat(get("").path("data")).isEmpty();
  }

  private Lead hear(
      @Nullable String name,
      @Nullable String intent,
      @Nullable Urgency urgency,
      Map<String, LeadField> fields) {
    return leads.heard(owner.tenant(), new Heard(DANA, name, null, intent, urgency, fields));
  }

  private void enter(int number) {
    owner.api().post(LEADS, "{'phone': '+141555501%02d'}".formatted(number));
  }

  private void link(UUID call, Lead lead) {
    service
        .bean(CallResults.class)
        .analyzed(owner.tenant(), call, "A repair.", Sentiment.NEUTRAL, lead::id);
  }

  private JsonNode patch(Lead lead, String body, int status) {
    var answer = owner.api().patch(LEADS + "/" + lead.id(), body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    return answer.body();
  }

  private JsonNode get(String path) {
    var answer = owner.api().get(LEADS + path);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.body();
  }

  private List<String> names(String query) {
    return get(query).path("data").findValuesAsText("name");
  }

  private static LeadField spoken(String value) {
    return LeadField.spoken(value, 2);
  }
}
