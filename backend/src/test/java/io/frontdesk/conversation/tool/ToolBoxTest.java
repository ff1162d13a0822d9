package io.frontdesk.conversation.tool;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frontdesk.business.Businesses;
import io.frontdesk.call.CallLog;
import io.frontdesk.call.DoneBefore;
import io.frontdesk.call.PracticeCalls;
import io.frontdesk.call.Urgency;
import io.frontdesk.conversation.ConversationEvent.ToolFinished;
import io.frontdesk.conversation.FunctionCall;
import io.frontdesk.message.MessageDesk;
import io.frontdesk.tenancy.E164;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToolBoxTest {
  private final RunningService service = RunningService.shared();
  private final ToolBox tools = service.bean(ToolBox.class);
  private final Owner owner = Owner.signUp(service, "Acme");
  private final OnCall on = onCall();

  @Test
  void offersWhatItsToolsCanDo() {
    assertThat(tools.specs(on))
        .extracting(ToolSpec::name)
        .contains("end_call", "take_message")
        .isSorted();
  }

  @Test
  void takesAMessageForTheBusiness() {
    ToolFinished done =
        run(tools, "take_message", "{\"name\":\"Ann\",\"text\":\"The door is stuck.\"}");

    assertThat(done.call().output())
        .hasToString("{\"ok\":true,\"say\":\"Thank you, Ann. I have passed your message on.\"}");
    JsonNode message = messages().get(0);
    assertThat(message.get("text").asText()).isEqualTo("The door is stuck.");
    assertThat(message.get("from_name").asText()).isEqualTo("Ann");
    assertThat(message.get("from_phone").asText()).isEqualTo("+12125550123");
    assertThat(message.get("call_id").asText()).isEqualTo(on.callId().toString());
  }

  @Test
  void readsNumbersAsTheCallersNeighboursWriteThem() {
    run(
        tools,
        "take_message",
        "{\"name\":\"Ann\",\"text\":\"Hi.\",\"phone\":\"718 555 0199\",\"urgency\":\"high\"}");

    assertThat(messages().get(0).get("from_phone").asText()).isEqualTo("+17185550199");
    assertThat(messages().get(0).get("urgency").asText()).isEqualTo("high");
  }

  @Test
  void asksForANumberThatIsNone() {
    JsonNode output =
        run(tools, "take_message", "{\"name\":\"Ann\",\"text\":\"Hi.\",\"phone\":\"five\"}")
            .call()
            .output();

    assertThat(output.get("ok").asBoolean()).isFalse();
    assertThat(output.get("argument").asText()).isEqualTo("phone");
    assertThat(messages()).isEmpty();
  }

  @Test
  void endsTheCallWithAGoodbye() {
    ToolFinished done = run(tools, "end_call", "{}");

    assertThat(done.endsCall()).isTrue();
    assertThat(done.call().output().get("say").asText())
        .isEqualTo("Thank you for calling Acme. Goodbye.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "order_pizza | {} | no such tool | ``",
        "take_message | {\"name\":\"Ann\" | the arguments are not JSON | ``",
        "take_message | {\"name\":\"Ann\"} | text is missing | text",
        "end_call | {\"now\":true} | there is no argument \"now\" | ``"
      })
  void answersWhatItCannotRun(String tool, String arguments, String error, String argument) {
    ToolFinished done = run(tools, tool, arguments);

    assertThat(done.endsCall()).isFalse();
    assertThat(done.call().output().get("ok").asBoolean()).isFalse();
    assertThat(done.call().output().get("say").asText()).isNotBlank();
    assertThat(done.call().output().get("error").asText()).isEqualTo(error);
    assertThat(done.call().output().path("argument").asText()).isEqualTo(argument);
  }

  @Test
  void doesOnceWhatIsAskedForTwiceUnderOneId() {
    var call = new FunctionCall("fc_1", "take_message", "{\"name\":\"Ann\",\"text\":\"Hi.\"}");

    JsonNode first = run(tools, call).call().output();
    JsonNode second = run(tools, call).call().output();

    assertThat(second).isEqualTo(first);
    assertThat(messages()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "take_message | {\"name\":\"Ann\",\"text\":\"Hi.\"} | {\"text\":\"Hi.\",\"name\":\"Ann\"}"
            + " | messages",
        "create_service_request | {\"type\":\"repair\",\"description\":\"The door is stuck.\"}"
            + " | {\"description\":\"The door is stuck.\",\"type\":\"repair\"} | service-requests",
        "create_customer | {\"name\":\"Ann\"} | {\"name\": \"Ann\"} | customers"
      })
  void doesOnceWhatIsAskedForTwiceWithTheSameArguments(
      String tool, String arguments, String again, String made) {
    JsonNode first = run(tools, tool, arguments).call().output();
    JsonNode second = run(tools, tool, again).call().output();

    assertThat(first.path("ok").asBoolean()).as(first.toString()).isTrue();
    assertThat(second).isEqualTo(first);
    assertThat(owner.api().get("/api/v1/" + made).body().path("data")).hasSize(1);
  }

  @Test
  void aMessageIsTheSameWishAlsoAfterAnAppointmentWasCancelled() {
    String message = "{\"name\":\"Ann\",\"text\":\"Hi.\"}";
    run(tools, "take_message", message);
    service
        .bean(CallLog.class)
        .receipt(
            owner.tenant(),
            on.callId(),
            "fc_cancelled",
            "cancel_appointment",
            JsonNodeFactory.instance.objectNode(),
            () -> Output.done("It is cancelled."));

    run(tools, "take_message", message);

    assertThat(messages()).hasSize(1);
  }

  @Test
  void doesWhatIsAskedForWithOtherArguments() {
    run(tools, "take_message", "{\"name\":\"Ann\",\"text\":\"The door is stuck.\"}");
    run(tools, "take_message", "{\"name\":\"Ann\",\"text\":\"And the window is broken.\"}");

    assertThat(messages()).hasSize(2);
  }

  @Test
  void triesAgainWhatCouldNotBeDone() {
    var runs = new AtomicInteger();
    ToolBox box =
        box(() -> runs.incrementAndGet() == 1 ? Output.failed("No.", "no") : Output.done("Yes."));

    assertThat(run(box, "test", "{}").call().output().path("ok").asBoolean()).isFalse();
    assertThat(run(box, "test", "{}").call().output().path("ok").asBoolean()).isTrue();
    assertThat(run(box, "test", "{}").call().output().path("ok").asBoolean()).isTrue();
    assertThat(runs).as("what was done is not done again").hasValue(2);
  }

  @Test
  void undoesWhatFails() {
    ToolBox box =
        box(
            () -> {
              leaveAMessage();
              throw new IllegalStateException("the printer is on fire");
            });

    JsonNode output = run(box, "test", "{}").call().output();

    assertThat(output.get("ok").asBoolean()).isFalse();
    assertThat(messages()).isEmpty();
  }

  @Test
  void undoesWhatTakesTooLong() throws InterruptedException {
    var answered = new CountDownLatch(1);
    var runs = new AtomicInteger();
    ToolBox box =
        box(
            () -> {
              runs.incrementAndGet();
              leaveAMessage();
              await(answered);
              return Output.done("Too late.");
            });

    JsonNode output = run(box, "test", "{}").call().output();
    answered.countDown();

    assertThat(output.get("error").asText()).isEqualTo("it was given up");
    assertThat(run(box, "test", "{}").call().output().get("ok").asBoolean())
        .as("waits for the first to be undone, and is done itself")
        .isTrue();
    assertThat(runs).hasValue(2);
    assertThat(messages()).hasSize(1);
  }

  private ToolBox box(Supplier<ObjectNode> deed) {
    Tool tool =
        new Tool() {
          @Override
          public String name() {
            return "test";
          }

          @Override
          public String description() {
            return "Does as the test says.";
          }

          @Override
          public Parameters parameters() {
            return Parameters.of();
          }

          @Override
          public boolean makesSomething() {
            return true;
          }

          @Override
          public ObjectNode run(OnCall call, Arguments arguments) {
            return deed.get();
          }
        };
    return new ToolBox(
        List.of(tool),
        service.bean(BusinessTools.class),
        service.bean(CallLog.class),
        service.bean(DoneBefore.class),
        Duration.ofMillis(700));
  }

  private void leaveAMessage() {
    service
        .bean(MessageDesk.class)
        .take(owner.tenant(), new MessageDesk.Note(on.callId(), null, null, "Hi.", Urgency.NORMAL));
  }

  private ToolFinished run(ToolBox box, String tool, String arguments) {
    String id = "fc_" + UUID.randomUUID();
    return run(box, new FunctionCall(id, tool, arguments));
  }

  private ToolFinished run(ToolBox box, FunctionCall call) {
    var finished = new CompletableFuture<ToolFinished>();
    box.run(on, call, finished::complete);
    return finished.orTimeout(60, TimeUnit.SECONDS).join();
  }

  private JsonNode messages() {
    return owner.api().get("/api/v1/messages").body().get("data");
  }

  private OnCall onCall() {
    var business =
        service
            .bean(Tenancy.class)
            .run(owner.tenant(), () -> service.bean(Businesses.class).of(owner.tenant()));
    return new OnCall(
        owner.tenant(),
        new PracticeCalls(service, owner.tenant()).answered("+12125550123"),
        business,
        new E164("+12125550123"),
        new E164("+14155550199"),
        Duration.ZERO);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
