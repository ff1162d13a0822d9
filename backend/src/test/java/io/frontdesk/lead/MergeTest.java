package io.frontdesk.lead;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frontdesk.call.CallResults;
import io.frontdesk.call.PracticeCalls;
import io.frontdesk.call.Urgency;
import io.frontdesk.message.MessageDesk;
import io.frontdesk.tenancy.E164;
import io.frontdesk.testing.Api;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Two leads that are one person, over the API.
class MergeTest {
  private static final String LEADS = "/api/v1/leads";
  private static final String DANA = "+14155550123";
  private static final String MOBILE = "+14155550124";
  private static final String OFFICE = "+14155550125";

  private final RunningService service = RunningService.shared();
  private final Leads leads = service.bean(Leads.class);
  private final Owner owner = Owner.signUp(service, "Ace Garage Doors");
  private final PracticeCalls practice = new PracticeCalls(service, owner.tenant());

  @Test
  void theOneThatStaysHasTheCallsAndAnswersOfBoth() {
    Lead dana = hear(DANA, "Dana Cole", null, Map.of("issue", "Broken spring"));
    Lead mobile = hear(MOBILE, "Dana", "a new door", Map.of("issue", "Noise", "budget", "900"));
    UUID first = called(DANA, dana);
    UUID second = called(MOBILE, mobile);

    JsonNode whole = merge(dana, mobile, 200);

    assertThat(whole.path("id").asText()).isEqualTo(dana.id().toString());
    assertThat(whole.path("name").asText()).isEqualTo("Dana Cole");
    assertThat(whole.path("intent").asText()).isEqualTo("a new door");
    assertThat(whole.at("/fields/issue/value").asText()).isEqualTo("Broken spring");
    assertThat(whole.at("/fields/budget/value").asText()).isEqualTo("900");
    assertThat(ids(whole.path("call_ids"))).containsExactly(first.toString(), second.toString());
    assertThat(owner.api().get("/api/v1/calls/" + second).body().path("lead_id").asText())
        .isEqualTo(dana.id().toString());
    assertThat(get("").path("data").findValuesAsText("id")).containsExactly(dana.id().toString());
    assertThat(get("?merged_into=" + dana.id()).path("data").findValuesAsText("id"))
        .containsExactly(mobile.id().toString());
    assertThat(get("/" + mobile.id()).path("merged_into").asText()).isEqualTo(dana.id().toString());
    assertThat(owner.api().get(LEADS + "/export.csv").text()).contains(DANA).doesNotContain(MOBILE);
  }

  @Test
  void messagesAndVisitsOfBothNumbersAreTheirs() {
    Lead dana = hear(DANA, "Dana", null, Map.of());
    Lead mobile = hear(MOBILE, null, null, Map.of());
    UUID call = called(MOBILE, mobile);
    service
        .bean(MessageDesk.class)
        .take(
            owner.tenant(),
            new MessageDesk.Note(
                call, null, new E164(MOBILE), "Please call back.", Urgency.NORMAL));
    String message = theirs("/api/v1/messages", mobile).getFirst();

    merge(dana, mobile, 200);

    assertThat(theirs("/api/v1/messages", dana)).containsExactly(message);
    undo(mobile, 200);
    assertThat(theirs("/api/v1/messages", dana)).isEmpty();
    assertThat(theirs("/api/v1/messages", mobile)).containsExactly(message);
  }

  @Test
  void theNumberOfTheOtherOneLeadsToTheOneThatStays() {
    Lead dana = hear(DANA, "Dana", null, Map.of());
    Lead mobile = hear(MOBILE, null, null, Map.of());
    merge(dana, mobile, 200);

    Lead later = hear(MOBILE, null, "a second door", Map.of("colour", "green"));
    UUID call = called(MOBILE, later);

    assertThat(later.id()).isEqualTo(dana.id());
    assertThat(later.intent()).isEqualTo("a second door");
    assertThat(owner.api().get("/api/v1/calls/" + call).body().path("caller_name").asText())
        .isEqualTo("Dana");
    UUID ringing = practice.answered(MOBILE);
    assertThat(owner.api().get("/api/v1/calls/" + ringing).body().path("caller_name").asText())
        .as("known before the call is read")
        .isEqualTo("Dana");
  }

  @Test
  void undoneTheyAreTwoAgainWithTheirOwnCalls() {
    Lead dana = hear(DANA, "Dana Cole", null, Map.of("issue", "Broken spring"));
    Lead mobile = hear(MOBILE, "Kim", "a new door", Map.of("budget", "900"));
    called(DANA, dana);
    UUID moved = called(MOBILE, mobile);
    var before = everything();
    merge(dana, mobile, 200);
    UUID since = called(MOBILE, hear(MOBILE, null, null, Map.of()));

    JsonNode apart = undo(mobile, 200);

    assertThat(apart.path("merged_into").isNull()).isTrue();
    assertThat(ids(apart.path("call_ids")))
        .as("also the call that its number made meanwhile")
        .containsExactly(moved.toString(), since.toString());
    assertThat(get("/" + dana.id()).path("fields").has("budget")).isFalse();
    assertThat(everything().keySet()).isEqualTo(before.keySet());
    assertThat(hear(MOBILE, null, null, Map.of()).id()).isEqualTo(mobile.id());
  }

  @Test
  void whatSomebodyWroteAfterTheMergeOutlivesItsUndoing() {
    Lead dana = hear(DANA, null, null, Map.of());
    Lead mobile = hear(MOBILE, "Kim", null, Map.of("budget", "900", "issue", "Noise"));
    merge(dana, mobile, 200);
    var edited =
        owner
            .api()
            .patch(
                LEADS + "/" + dana.id(),
                "{'status': 'won', 'fields': {'budget': {'value': '1200'}}}");
    assertThat(edited.status()).as(edited.text()).isEqualTo(200);

    undo(mobile, 200);

    JsonNode left = get("/" + dana.id());
    assertThat(left.path("status").asText()).isEqualTo("won");
    assertThat(left.at("/fields/budget/value").asText()).isEqualTo("1200");
    assertThat(left.path("fields").has("issue")).isFalse();
    assertThat(left.path("name").isNull()).isTrue();
    assertThat(get("/" + mobile.id()).path("name").asText()).isEqualTo("Kim");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void howeverManyAreMergedUndoingFromTheLastBringsEverythingBack(int seed) {
    var random = new Random(seed);
    var standing = new ArrayList<Lead>();
    for (int i = 0; i < 5; i++) {
      String number = "+1415555%04d".formatted(200 + i);
      var said = new TreeMap<String, String>();
      for (String key : List.of("issue", "budget", "colour")) {
        if (random.nextBoolean()) {
          said.put(key, "answer " + random.nextInt(3));
        }
      }
      String name = random.nextBoolean() ? "Caller " + i : null;
      Lead lead = hear(number, name, random.nextBoolean() ? "wish " + i : null, said);
      IntStream.range(0, random.nextInt(3)).forEach(_ -> called(number, lead));
      standing.add(lead);
    }
    var states = new ArrayDeque<Map<String, String>>();
    var merged = new ArrayDeque<Lead>();
    while (standing.size() > 1) {
      Collections.shuffle(standing, random);
      Lead gone = standing.removeLast();
      states.push(everything());
      merge(standing.getFirst(), gone, 200);
      merged.push(gone);
    }

    while (!merged.isEmpty()) {
      undo(merged.pop(), 200);

      assertThat(everything()).isEqualTo(states.pop());
    }
  }

  @Test
  void askedAgainNothingMoreHappens() {
    Lead dana = hear(DANA, "Dana", null, Map.of());
    Lead mobile = hear(MOBILE, null, null, Map.of());
    JsonNode first = merge(dana, mobile, 200);

    assertThat(merge(dana, mobile, 200)).isEqualTo(first);
    JsonNode apart = undo(mobile, 200);
    assertThat(undo(mobile, 200)).isEqualTo(apart);

    assertThat(practice.events(dana.id()))
        .containsExactly("lead.created", "lead.updated", "lead.updated");
    assertThat(practice.events(mobile.id()))
        .containsExactly("lead.created", "lead.updated", "lead.updated");
    assertThat(
            owner
                .api()
                .get("/api/v1/audit-log?resource=lead")
                .body()
                .path("data")
                .findValuesAsText("action"))
        .containsExactly("unmerge", "merge");
  }

  @Test
  void aMergeOnWhichAnotherOneRestsIsUndoneAfterThatOne() {
    Lead dana = hear(DANA, "Dana", null, Map.of());
    Lead mobile = hear(MOBILE, null, null, Map.of());
    Lead office = hear(OFFICE, null, null, Map.of());
    merge(mobile, office, 200);
    merge(dana, mobile, 200);
    assertThat(hear(OFFICE, null, null, Map.of()).id()).isEqualTo(dana.id());

    assertThat(undo(office, 409).path("type").asText()).isEqualTo("/problems/later_merge");

    undo(mobile, 200);
    assertThat(hear(OFFICE, null, null, Map.of()).id()).isEqualTo(mobile.id());
    undo(office, 200);
    assertThat(hear(OFFICE, null, null, Map.of()).id()).isEqualTo(office.id());
  }

  @Test
  void oneThatWasMergedIsLeftAlone() {
    Lead dana = hear(DANA, "Dana", null, Map.of());
    Lead mobile = hear(MOBILE, null, null, Map.of());
    Lead office = hear(OFFICE, null, null, Map.of());
    merge(dana, mobile, 200);

    assertThat(merge(office, mobile, 409).path("type").asText())
        .isEqualTo("/problems/already_merged");
    assertThat(merge(mobile, office, 409).path("type").asText())
        .isEqualTo("/problems/already_merged");
    String path = LEADS + "/" + mobile.id();
    assertThat(owner.api().patch(path, "{'name': 'Kim'}").status()).isEqualTo(409);
    assertThat(owner.api().delete(path).status()).isEqualTo(409);
    assertThat(undo(office, 409).path("type").asText()).isEqualTo("/problems/not_merged");
    assertThat(merge(dana, dana, 422).at("/errors/0/pointer").asText()).isEqualTo("/lead_id");
  }

  @Test
  void strikingOutTheOneThatStaysForgetsBoth() {
    Lead dana = hear(DANA, "Dana", null, Map.of());
    Lead mobile = hear(MOBILE, null, null, Map.of());
    UUID call = called(MOBILE, mobile);
    merge(dana, mobile, 200);

    assertThat(owner.api().delete(LEADS + "/" + dana.id()).status()).isEqualTo(204);

    assertThat(owner.api().get(LEADS + "/" + mobile.id()).status()).isEqualTo(404);
    assertThat(owner.api().get("/api/v1/calls/" + call).body().path("lead_id").isNull()).isTrue();
    assertThat(hear(MOBILE, null, null, Map.of()).id()).isNotEqualTo(mobile.id());
  }

  @Test
  void aMergeOfAnOldVersionIsRefused() {
    Lead dana = hear(DANA, "Dana", null, Map.of());
    Lead mobile = hear(MOBILE, null, null, Map.of());
    var read = Map.of("If-Match", owner.api().get(LEADS + "/" + dana.id()).header("etag"));
    owner.api().patch(LEADS + "/" + dana.id(), "{'name': 'Dana Cole'}");

    var answer =
        owner
            .api()
            .send(
                "POST",
                LEADS + "/" + dana.id() + "/merge",
                "{'lead_id': '%s'}".formatted(mobile.id()),
                read);

    assertThat(answer.status()).as(answer.text()).isEqualTo(412);
    assertThat(get("").path("data")).hasSize(2);
  }

  @Test
  void anotherBusinesssLeadIsNobodysHere() {
    Lead dana = hear(DANA, "Dana", null, Map.of());
    Lead mobile = hear(MOBILE, null, null, Map.of());
    Api other = Owner.signUp(service, "Best Plumbing").api();
    String theirs = other.post(LEADS, "{'phone': '%s'}".formatted(DANA)).body().path("id").asText();

    assertThat(send(other, dana.id().toString(), theirs).status()).isEqualTo(404);
    var foreign = send(other, theirs, mobile.id().toString());
    assertThat(foreign.status()).isEqualTo(422);
    merge(dana, mobile, 200);
    assertThat(other.post(LEADS + "/" + mobile.id() + "/unmerge", "{}").status()).isEqualTo(404);
    assertThat(other.get(LEADS + "/" + dana.id() + "/similar").status()).isEqualTo(404);
    assertThat(other.get(LEADS).body().path("data")).hasSize(1);
  }

  @Test
  void mergesAndCallsAtOnceLoseNothing() throws Exception {
    Lead dana = hear(DANA, "Dana", null, Map.of());
    Lead mobile = hear(MOBILE, null, null, Map.of());
    var start = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var work = new ArrayList<Future<?>>();
      for (int i = 0; i < 4; i++) {
        String key = "key_" + i;
        work.add(
            threads.submit(
                () -> {
                  start.await();
                  return hear(MOBILE, null, null, Map.of(key, "heard"));
                }));
        work.add(
            threads.submit(
                () -> {
                  start.await();
                  return merge(dana, mobile, 200);
                }));
      }
      start.countDown();
      for (Future<?> one : work) {
        one.get();
      }
    }

    assertThat(get("").path("data")).hasSize(1);
    assertThat(get("/" + dana.id()).path("fields"))
        .as("what was heard before the merge came with it, what was heard after went there")
        .hasSize(4);
  }

  @Test
  void whoMayBeTheSamePersonIsSuggested() {
    Lead dana = hear(DANA, "Dana Cole", null, Map.of());
    Lead mobile = hear(MOBILE, "dana cole ", null, Map.of());
    hear(OFFICE, "Kim", null, Map.of());
    String suggested = LEADS + "/" + dana.id() + "/similar";

    assertThat(owner.api().get(suggested).body().path("data").findValuesAsText("id"))
        .containsExactly(mobile.id().toString());

    merge(dana, mobile, 200);
    assertThat(owner.api().get(suggested).body().path("data")).isEmpty();
  }

  private Lead hear(
      String phone, @Nullable String name, @Nullable String intent, Map<String, String> said) {
    var fields = new TreeMap<String, LeadField>();
    said.forEach((key, value) -> fields.put(key, LeadField.spoken(value, null)));
    return leads.heard(
        owner.tenant(), new Heard(new E164(phone), name, null, intent, null, fields));
  }

  /// A call from that number that left the lead.
  private UUID called(String from, Lead lead) {
    UUID call = practice.answered(from);
    service.bean(CallResults.class).analyzed(owner.tenant(), call, "They called.", null, lead::id);
    return call;
  }

  private JsonNode merge(Lead into, Lead other, int status) {
    var answer = send(owner.api(), into.id().toString(), other.id().toString());
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    return answer.body();
  }

  private static Api.Answer send(Api api, String into, String other) {
    return api.post(LEADS + "/" + into + "/merge", "{'lead_id': '%s'}".formatted(other));
  }

  private JsonNode undo(Lead merged, int status) {
    var answer = owner.api().post(LEADS + "/" + merged.id() + "/unmerge", "{}");
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    return answer.body();
  }

  private JsonNode get(String path) {
    var answer = owner.api().get(LEADS + path);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.body();
  }

  private List<String> theirs(String path, Lead lead) {
    return owner
        .api()
        .get(path + "?lead_id=" + lead.id())
        .body()
        .path("data")
        .findValuesAsText("id");
  }

  /// All leads that stand for themselves, by their ids, but for when they were changed.
  private Map<String, String> everything() {
    var all = new TreeMap<String, String>();
    for (JsonNode lead : get("").path("data")) {
      ((ObjectNode) lead).remove("updated_at");
      all.put(lead.path("id").asText(), lead.toString());
    }
    return all;
  }

  private static List<String> ids(JsonNode array) {
    var ids = new ArrayList<String>();
    array.forEach(id -> ids.add(id.asText()));
    return ids;
  }
}
