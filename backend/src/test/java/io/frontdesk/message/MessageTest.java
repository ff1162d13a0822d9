package io.frontdesk.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.call.CallResults;
import io.frontdesk.call.PracticeCalls;
import io.frontdesk.call.Sentiment;
import io.frontdesk.call.Urgency;
import io.frontdesk.lead.Heard;
import io.frontdesk.lead.Lead;
import io.frontdesk.lead.Leads;
import io.frontdesk.tenancy.E164;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.testing.Api;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import io.frontdesk.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Messages, from the desk where they are taken to the list where they are read.
class MessageTest {
  private static final String MESSAGES = "/api/v1/messages";

  private final RunningService service = RunningService.shared();
  private final MessageDesk desk = service.bean(MessageDesk.class);
  private final Owner owner = Owner.signUp(service, "Ace Garage Doors");

  @Test
  void aMessageIsReadAsItWasTaken() {
    desk.take(
        owner.tenant(),
        new MessageDesk.Note(
            null,
            "Dana Cole",
            new E164("+14155550123"),
            "The spring broke. Please call back.",
            Urgency.HIGH));

    JsonNode message = list("").at("/data/0");
    assertThat(message.properties())
        .extracting(Map.Entry::getKey)
        .containsExactlyInAnyOrder(
            "id",
            "call_id",
            "from_name",
            "from_phone",
            "kind",
            "text",
            "urgency",
            "status",
            "due_at",
            "created_at",
            "updated_at");
    assertThat(message.path("from_name").asText()).isEqualTo("Dana Cole");
    assertThat(message.path("from_phone").asText()).isEqualTo("+14155550123");
    assertThat(message.path("text").asText()).isEqualTo("The spring broke. Please call back.");
    assertThat(message.path("urgency").asText()).isEqualTo("high");
    assertThat(message.path("status").asText()).isEqualTo("open");
    assertThat(message.path("kind").asText()).isEqualTo("message");
    assertThat(message.path("due_at").isNull()).as("nothing was promised").isTrue();
    assertThat(message.path("call_id").isNull()).isTrue();
    assertThat(message.path("created_at").asText()).endsWith("Z");
  }

  @Test
  void whatACallerLeavesTakesThePlaceOfWhatWasPromisedThem() {
    UUID call = new PracticeCalls(service, owner.tenant()).answered();
    Instant due = Instant.parse("2026-11-24T18:00:00Z");
    var promise = note(call, "Ann wants to talk to Sam.", Urgency.HIGH);
    Message promised = desk.promiseCallBack(owner.tenant(), promise, due);
    desk.promiseCallBack(owner.tenant(), promise, due.plusSeconds(3600));

    Message left = desk.take(owner.tenant(), note(call, "The door is stuck.", Urgency.NORMAL));

    assertThat(left.id()).isEqualTo(promised.id());
    JsonNode only = list("").path("data");
    assertThat(only).hasSize(1);
    assertThat(only.at("/0/text").asText()).isEqualTo("The door is stuck.");
    assertThat(only.at("/0/urgency").asText()).isEqualTo("high");
    assertThat(only.at("/0/due_at").asText()).isEqualTo("2026-11-24T18:00:00Z");
  }

  @Test
  void whoeverWasCalledBackAlreadyLeavesAnotherMessage() {
    UUID call = new PracticeCalls(service, owner.tenant()).answered();
    Message promised =
        desk.promiseCallBack(
            owner.tenant(), note(call, "Ann wants to talk to Sam.", Urgency.LOW), Instant.now());
    owner.api().patch("/api/v1/messages/" + promised.id(), "{'status': 'done'}");

    desk.take(owner.tenant(), note(call, "The door is stuck.", Urgency.NORMAL));

    assertThat(list("").path("data")).hasSize(2);
  }

  private static MessageDesk.Note note(UUID call, String text, Urgency urgency) {
    return new MessageDesk.Note(call, "Ann", new E164("+14155550123"), text, urgency);
  }

  @Test
  void theOutboxHoldsTheEventOfEachMessage() throws SQLException {
    Message taken = take("Call me.");

    assertThat(eventsOf(taken.id())).containsExactly("message.taken");
  }

  @Test
  void aMessageOfAFailedTransactionWasNeverTaken() {
    var tenancy = service.bean(Tenancy.class);

    assertThatThrownBy(
            () ->
                tenancy.run(
                    owner.tenant(),
                    () -> {
                      take("Lost with the rest.");
                      throw new IllegalStateException("the rest failed");
                    }))
        .hasMessage("the rest failed");

    assertThat(list("").path("data")).isEmpty();
  }

  @Test
  void aDoneMessageLeavesTheListOfOpenOnes() {
    Message taken = take("Call me.");
    take("Call me too.");

    Api.Answer answer = owner.api().patch(MESSAGES + "/" + taken.id(), "{'status': 'done'}");

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.body().path("status").asText()).isEqualTo("done");
    assertThat(texts(list("?status=open"))).containsExactly("Call me too.");
    assertThat(texts(list("?status=done"))).containsExactly("Call me.");
    assertThat(texts(list(""))).containsExactly("Call me too.", "Call me.");
  }

  @Test
  void anEditOfAnOldVersionIsRefused() {
    String path = MESSAGES + "/" + take("Call me.").id();
    String first = owner.api().patch(path, "{'status': 'done'}").header("etag");

    var second = send(path, "{'status': 'open'}", first);
    var third = send(path, "{'status': 'done'}", first);

    assertThat(second.status()).isEqualTo(200);
    assertThat(third.status()).isEqualTo(412);
    assertThat(list("").at("/data/0/status").asText()).isEqualTo("open");
  }

  @Test
  void aMessageIsReadByItself() {
    Message taken = take("Call me.");

    var answer = owner.api().get(MESSAGES + "/" + taken.id());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("etag")).isEqualTo("\"0\"");
    assertThat(answer.body()).isEqualTo(list("").at("/data/0"));
    assertThat(owner.api().get(MESSAGES + "/" + UUID.randomUUID()).status()).isEqualTo(404);
  }

  @Test
  void doneTwiceIsDoneOnce() throws SQLException {
    Message taken = take("Call me.");
    String path = MESSAGES + "/" + taken.id();

    var first = owner.api().patch(path, "{'status': 'done'}");
    var second = owner.api().patch(path, "{'status': 'done'}");
    owner.api().patch(path, "{'status': 'open'}");

    assertThat(second.header("etag")).isEqualTo(first.header("etag"));
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(eventsOf(taken.id()))
        .containsExactly("message.taken", "message.updated", "message.updated");
  }

  @Test
  void messagesOfOneLeadAreThoseOfItsCallsAndItsNumber() {
    var practice = new PracticeCalls(service, owner.tenant());
    UUID call = practice.answered("+14155550123");
    Lead lead =
        service
            .bean(Leads.class)
            .heard(
                owner.tenant(),
                new Heard(new E164("+14155550123"), "Dana", null, null, null, Map.of()));
    service
        .bean(CallResults.class)
        .analyzed(owner.tenant(), call, "A repair.", Sentiment.NEUTRAL, lead::id);
    desk.take(
        owner.tenant(),
        new MessageDesk.Note(
            call, "Dana", new E164("+14155550166"), "In the call", Urgency.NORMAL));
    desk.take(owner.tenant(), note("Dana", "+14155550123", "By the number"));
    desk.take(owner.tenant(), note("Ann", "+14155550188", "Another one's"));

    assertThat(texts(list("?lead_id=" + lead.id())))
        .containsExactly("By the number", "In the call");
    assertThat(texts(list("?call_id=" + call))).containsExactly("In the call");
    assertThat(texts(list("?lead_id=" + UUID.randomUUID()))).isEmpty();
  }

  @Test
  void urgentOnesAreFound() {
    take("Some time.");
    desk.take(owner.tenant(), new MessageDesk.Note(null, null, null, "Gas!", Urgency.EMERGENCY));

    assertThat(texts(list("?urgency=emergency"))).containsExactly("Gas!");
  }

  @Test
  void wordsAreFoundInTheTextAndInWhoLeftIt() {
    desk.take(owner.tenant(), note("Zoe Long", "+14155550123", "Gutter is 100% full"));
    desk.take(owner.tenant(), note("Ann Short", "+14155550188", "Nothing works"));

    assertThat(texts(list("?q=GUTTER"))).containsExactly("Gutter is 100% full");
    assertThat(texts(list("?q=ann"))).containsExactly("Nothing works");
    assertThat(texts(list("?q=0188"))).containsExactly("Nothing works");
    assertThat(texts(list("?q=(415)%20555-0188"))).containsExactly("Nothing works");
    assertThat(texts(list("?q=100%25"))).containsExactly("Gutter is 100% full");
    assertThat(texts(list("?q=_"))).isEmpty();
  }

  @Test
  void pagesShowEachMessageOnceWhileNewOnesArrive() {
    IntStream.rangeClosed(1, 7).forEach(i -> take("Message " + i));

    JsonNode first = list("?limit=3");
    take("Message 8");
    JsonNode second = list("?limit=3&cursor=" + first.path("next_cursor").asText());
    JsonNode third = list("?limit=3&cursor=" + second.path("next_cursor").asText());

    assertThat(texts(first)).containsExactly("Message 7", "Message 6", "Message 5");
    assertThat(texts(second)).containsExactly("Message 4", "Message 3", "Message 2");
    assertThat(texts(third)).containsExactly("Message 1");
    assertThat(third.path("next_cursor").isNull()).isTrue();
  }

  @Test
  void timeBoundsLeaveOutWhatIsOutside() {
    Message taken = take("Call me.");

    assertThat(list("?created_after=" + taken.createdAt().minusSeconds(9)).path("data")).hasSize(1);
    assertThat(list("?created_after=" + taken.createdAt().plusSeconds(9)).path("data")).isEmpty();
    assertThat(list("?created_before=" + taken.createdAt().plusSeconds(9)).path("data")).hasSize(1);
    assertThat(list("?created_before=%2B900000000-01-01T00:00:00Z").path("data")).hasSize(1);
  }

  @Test
  void eachBusinessSeesItsOwnMessagesOnly() {
    Owner other = Owner.signUp(service, "Best Plumbing");
    Message taken = take("For Ace only.");

    var change = other.api().patch(MESSAGES + "/" + taken.id(), "{'status': 'done'}");

    assertThat(other.api().get(MESSAGES).body().path("data")).isEmpty();
    assertThat(change.status()).isEqualTo(404);
    assertThat(other.api().get(MESSAGES + "/" + taken.id()).status()).isEqualTo(404);
    assertThat(list("").at("/data/0/status").asText()).isEqualTo("open");
  }

  @Test
  void nobodyReadsMessagesWithoutAToken() {
    assertThat(service.api().get(MESSAGES).status()).isEqualTo(401);
  }

  @Test
  void anIdThatNeverWasIsNotFound() {
    String path = MESSAGES + "/" + UUID.randomUUID();

    assertThat(owner.api().patch(path, "{'status': 'done'}").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "status=lost,           400, /status",
    "limit=0,               422, /limit",
    "limit=many,            400, /limit",
    "cursor=first,          400, /cursor",
    "created_after=monday,  400, /created_after",
    "q=%00,                 422, /q",
  })
  void aBadFilterIsPointedAt(String query, int status, String pointer) {
    var answer = owner.api().get(MESSAGES + "?" + query);

    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.body().at("/errors/0/pointer").asText()).isEqualTo(pointer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'status': 'lost'} | 422 | /status",
        "{'status': ['done']} | 400 | /status",
        "{'status': null}   | 422 | /status",
        "[]                 | 400 |",
      })
  void aBadChangeIsPointedAt(String body, int status, String pointer) {
    var answer = owner.api().patch(MESSAGES + "/" + take("Call me.").id(), body);

    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    if (pointer != null) {
      assertThat(answer.body().at("/errors/0/pointer").asText()).isEqualTo(pointer);
    }
  }

  private Message take(String text) {
    return desk.take(
        owner.tenant(), new MessageDesk.Note(null, "Dana", null, text, Urgency.NORMAL));
  }

  private static MessageDesk.Note note(String name, String phone, String text) {
    return new MessageDesk.Note(null, name, new E164(phone), text, Urgency.NORMAL);
  }

  private JsonNode list(String query) {
    var answer = owner.api().get(MESSAGES + query);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.body();
  }

  private Api.Answer send(String path, String json, String ifMatch) {
    return owner.api().send("PATCH", path, json, Map.of("If-Match", ifMatch));
  }

  private static List<String> texts(JsonNode page) {
    return page.path("data").findValuesAsText("text");
  }

  private static List<String> eventsOf(UUID subject) throws SQLException {
    var types = new ArrayList<String>();
    try (var connection = TestDatabase.logins().owner().connect();
        var query =
            // In their order: as rows lie in a table that others write to, anyone may come first.
            connection.prepareStatement(
                "select type from tenant.event where subject_id = ? order by id")) {
      query.setObject(1, subject);
      try (var rows = query.executeQuery()) {
        while (rows.next()) {
          types.add(rows.getString(1));
        }
      }
    }
    return types;
  }
}
