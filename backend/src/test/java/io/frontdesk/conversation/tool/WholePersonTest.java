package io.frontdesk.conversation.tool;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.business.Businesses;
import io.frontdesk.call.CallLog;
import io.frontdesk.call.CallResults;
import io.frontdesk.call.CallState;
import io.frontdesk.call.PracticeCalls;
import io.frontdesk.call.Urgency;
import io.frontdesk.conversation.FunctionCall;
import io.frontdesk.conversation.PromptPage;
import io.frontdesk.message.MessageDesk;
import io.frontdesk.tenancy.E164;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Somebody with two numbers, of whom the business knows that they are one person: whichever they
/// call from, the receptionist knows all that they have done, and they may change it.
class WholePersonTest {
  private static final String MOBILE = "+12125550123";
  private static final String OFFICE = "+12125550124";
  private static final String STRANGER = "+12125550199";

  private final RunningService service = RunningService.shared();
  private final ToolBox tools = service.bean(ToolBox.class);
  private final Owner owner = Owner.signUp(service, "Acme");
  private String mobile = "";
  private String office = "";

  @BeforeEach
  void callFromTheMobile() {
    post(
        "/api/v1/customers",
        "{'name': 'Ann Lee', 'number': 'K7', 'phone': '%s'}".formatted(MOBILE));
    OnCall call = call(MOBILE);
    run(
        call,
        "schedule_appointment",
        "{\"name\":\"Ann Lee\",\"when\":\"next Tuesday at ten in the morning\"}");
    // First: the analysis begins when the call is over, and only the first one counts.
    service
        .bean(CallResults.class)
        .analyzed(owner.tenant(), call.callId(), "Ann asked for a new gate.", null, () -> null);
    service
        .bean(CallLog.class)
        .close(owner.tenant(), call.callId(), CallState.COMPLETED, Instant.now(), null);
    service
        .bean(MessageDesk.class)
        .take(
            owner.tenant(),
            new MessageDesk.Note(null, "Ann", new E164(MOBILE), "Call me.", Urgency.NORMAL));
    mobile = lead(MOBILE);
    office = lead(OFFICE);
  }

  @Test
  void allIsToldWhicheverNumberTheyCallFrom() {
    assertThat(known(OFFICE)).as("before anybody says that they are one person").isBlank();

    merge();

    assertThat(known(OFFICE))
        .isEqualTo(known(MOBILE))
        .contains("> Customer K7: Ann Lee")
        .contains("> Appointment on Tuesday")
        .contains("Call me.")
        .contains("Ann asked for a new gate.");
    assertThat(known(STRANGER)).isBlank();
  }

  @Test
  void theyMayCancelFromTheirOtherNumberWhatTheyBooked() {
    assertThat(cancel(OFFICE).path("ok").asBoolean()).isFalse();

    merge();

    assertThat(cancel(STRANGER).path("ok").asBoolean()).isFalse();
    assertThat(cancel(OFFICE).path("ok").asBoolean()).isTrue();
    assertThat(owner.api().get("/api/v1/appointments").body().at("/data/0/status").asText())
        .isEqualTo("cancelled");
  }

  @Test
  void whereTheyTurnOutToBeTwoNothingIsTold() {
    merge();

    post("/api/v1/leads/%s/unmerge".formatted(office), "{}");

    assertThat(known(OFFICE)).isBlank();
    assertThat(known(MOBILE)).contains("> Customer K7: Ann Lee");
    assertThat(cancel(OFFICE).path("ok").asBoolean()).isFalse();
  }

  private void merge() {
    post("/api/v1/leads/%s/merge".formatted(mobile), "{'lead_id': '%s'}".formatted(office));
  }

  private JsonNode cancel(String from) {
    return run(call(from), "cancel_appointment", "{}");
  }

  private String known(String from) {
    OnCall on = call(from);
    return service
        .bean(Tenancy.class)
        .run(owner.tenant(), () -> service.bean(CallFile.class).pages(on))
        .stream()
        .filter(page -> page.heading().equals("Known caller"))
        .map(PromptPage::body)
        .findFirst()
        .orElse("");
  }

  /// The lead with this number, whether a call has made it or nobody yet.
  private String lead(String number) {
    owner.api().post("/api/v1/leads", "{'phone': '%s'}".formatted(number));
    return owner
        .api()
        .get("/api/v1/leads?q=" + number.substring(1))
        .body()
        .at("/data/0/id")
        .asText();
  }

  private void post(String path, String body) {
    var answer = owner.api().post(path, body);
    assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
  }

  private JsonNode run(OnCall on, String tool, String arguments) {
    var finished = new CompletableFuture<JsonNode>();
    tools.run(
        on,
        new FunctionCall("fc_" + UUID.randomUUID(), tool, arguments),
        done -> finished.complete(done.call().output()));
    return finished.orTimeout(60, TimeUnit.SECONDS).join();
  }

  private OnCall call(String from) {
    UUID id = new PracticeCalls(service, owner.tenant()).answered(from);
    return service
        .bean(Tenancy.class)
        .run(
            owner.tenant(),
            () ->
                OnCall.of(
                    owner.tenant(),
                    service.bean(CallLog.class).find(owner.tenant(), id).orElseThrow(),
                    service.bean(Businesses.class).of(owner.tenant())));
  }
}
