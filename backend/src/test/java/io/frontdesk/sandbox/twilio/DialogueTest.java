package io.frontdesk.sandbox.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.sandbox.audio.Heard;
import io.frontdesk.sandbox.audio.Speech;
import io.frontdesk.sandbox.audio.WatermarkReader;
import io.frontdesk.sandbox.caller.Scenarios;
import io.frontdesk.sandbox.wire.Socket;
import io.frontdesk.sandbox.wire.SocketHandler;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The shipped callers on the line with a receptionist who has a list of sentences.
class DialogueTest extends PhoneTest {
  private static final String THE_END = "<Redirect>next</Redirect>";

  private final List<String> heardByReceptionist = new CopyOnWriteArrayList<>();

  @BeforeEach
  void shippedCallers() {
    standIn.close();
    scenarios.addAll(Scenarios.shipped());
    start();
    buy("");
    service.onTwiml("/voice", service.connect() + THE_END).onTwiml("/next", "<Hangup/>");
  }

  @Test
  void aVisitIsBooked() throws Exception {
    receptionist(
        "Good morning, this is Acme. How can I help you?",
        "What is the address?",
        "May I have your name?",
        "What day and time would suit you?",
        "That time is taken. The next free times are Tuesday 24 November at 11 AM, or Tuesday 24"
            + " November at noon. What would suit you?",
        "Booked. Is there anything else I can help you with?",
        "Thank you for calling. Goodbye.");

    var report = reportAtTheEnd(call("new_lead_books_visit"));

    assertThat(words(report, "caller"))
        .containsExactly(
            "Hi, my kitchen sink is leaking. I need an appointment.",
            "Twelve Oak Street.",
            "Anna Miller.",
            "Tomorrow at ten in the morning.",
            "Tuesday 24 November at 11 AM, please.",
            "No, thank you. Goodbye.");
    assertThat(heardByReceptionist).isEqualTo(words(report, "caller"));
    assertThat(words(report, "receptionist"))
        .hasSize(7)
        .startsWith("Good morning, this is Acme. How can I help you?")
        .endsWith("Thank you for calling. Goodbye.");
    assertThat(report.path("ended_by").asText()).isEqualTo("receptionist");
  }

  @Test
  void aMessageIsLeftAtNight() throws Exception {
    receptionist(
        "We are closed. Can I take a message?",
        "What is your name?",
        "What is the message?",
        "I will pass that on. Is there anything else?",
        "Good night. Goodbye.");

    var report = reportAtTheEnd(call("message_after_hours"));

    assertThat(heardByReceptionist)
        .containsExactly(
            "Good evening. I would like to leave a message.",
            "Tom Baker.",
            "Please call me back about my broken boiler.",
            "No, thank you. Goodbye.")
        .isEqualTo(words(report, "caller"));
    assertThat(service.asked).allMatch(asked -> asked.form().containsKey("SandboxNow"));
  }

  @Test
  void aCallerTalksOverTheGreeting() throws Exception {
    receptionist(
        "Good morning and thank you for calling Acme, the best plumbers in Springfield and beyond.",
        "What is your name?",
        "Thank you. Goodbye.");

    var report = reportAtTheEnd(call("caller_interrupts"));

    assertThat(heardByReceptionist)
        .containsExactly("Sorry to interrupt. I want to leave a message.", "Joe Carter.")
        .isEqualTo(words(report, "caller"));
    var greeting = turn(report, "receptionist", 0);
    assertThat(greeting.path("whole").asBoolean()).isFalse();
    assertThat(greeting.path("words").asText())
        .startsWith("Good morning and")
        .doesNotContain("Springfield", "\uFFFD");
    assertThat(report.path("frames").path("clears").asInt()).isEqualTo(1);
  }

  @Test
  void aCallerHangsUpInMidWord() throws Exception {
    receptionist("Good morning.", "What is it about?", "Are you still there?");

    var report = reportAtTheEnd(call("hangs_up_mid_word"));

    assertThat(report.path("ended_by").asText()).isEqualTo("caller");
    var last = turn(report, "caller", 1);
    assertThat(last.path("whole").asBoolean()).isFalse();
    assertThat(last.path("words").asText()).startsWith("Well, it is about the rad");
    assertThat(heardByReceptionist.getLast()).isEqualTo(last.path("words").asText());
    assertThat(service.askedAt("/next")).isEmpty();
  }

  private static JsonNode turn(JsonNode report, String speaker, int index) {
    var found = new java.util.ArrayList<JsonNode>();
    for (var turn : report.path("turns")) {
      if (turn.path("speaker").asText().equals(speaker)) {
        found.add(turn);
      }
    }
    return found.get(index);
  }

  private void receptionist(String... sentences) {
    service.onMedia(socket -> new Receptionist(socket, List.of(sentences)));
  }

  /// Says her next sentence whenever the caller has finished, stops when talked over, and hangs up
  /// after the last.
  private final class Receptionist implements SocketHandler {
    private final Socket socket;
    private final Deque<String> sentences;
    private final WatermarkReader ear = new WatermarkReader(this::hear);
    private final StringBuilder words = new StringBuilder();
    private String streamSid = "";
    private int said;
    private int played;

    Receptionist(Socket socket, List<String> sentences) {
      this.socket = socket;
      this.sentences = new ArrayDeque<>(sentences);
    }

    @Override
    public void text(String text) {
      var message = Json.read(text);
      switch (message.path("event").asText()) {
        case "start" -> {
          streamSid = message.path("streamSid").asText();
          say();
        }
        case "media" -> {
          var ulaw = Base64.getDecoder().decode(message.path("media").path("payload").asText());
          ear.read(ulaw, 0, ulaw.length);
        }
        case "mark" -> {
          played++;
          if (sentences.isEmpty()) {
            socket.close(1000, "");
          }
        }
        case "stop" -> ear.finish();
        default -> {}
      }
    }

    private void hear(Heard heard) {
      switch (heard) {
        case Heard.Started _ -> {
          words.setLength(0);
          if (played < said) {
            socket.send("{\"event\":\"clear\",\"streamSid\":\"%s\"}".formatted(streamSid));
          }
        }
        case Heard.Words(var _, var text) -> words.append(text);
        case Heard.Ended _ -> {
          heardByReceptionist.add(words.toString());
          say();
        }
      }
    }

    private void say() {
      var sentence = sentences.poll();
      if (sentence != null) {
        var ulaw = Speech.of(VOICE, sentence, said++).ulaw();
        var payload = Base64.getEncoder().encodeToString(ulaw);
        socket.send(
            "{\"event\":\"media\",\"streamSid\":\"%s\",\"media\":{\"payload\":\"%s\"}}"
                .formatted(streamSid, payload));
        socket.send(
            "{\"event\":\"mark\",\"streamSid\":\"%s\",\"mark\":{\"name\":\"%d\"}}"
                .formatted(streamSid, said));
      }
    }

    @Override
    public void closed(int code, String reason) {}
  }
}
