package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A model that keeps to its protocol and does what it is told otherwise, on its session's thread.
/// The sound of its nth answer is the number n, over and over.
final class ImprovisedModel {
  private static final int SAMPLES_PER_MS = 8;

  private final HandModel.Session session;
  private final boolean byItself;
  private final Map<String, Integer> answers = new HashMap<>();
  private final List<String> called = new ArrayList<>();
  private final Map<String, Integer> sentMs = new HashMap<>();
  private final Map<String, Integer> cutMs = new HashMap<>();
  private final List<String> faults = new ArrayList<>();
  private final Deque<String> unwritten = new ArrayDeque<>();
  private boolean mayYield = true;
  private boolean tidy;
  private int count;
  private int turns;
  private @Nullable String speaking;
  private @Nullable Integer running;

  /// @param byItself whether it falls silent and answers by itself
  ImprovisedModel(HandModel.Session session, boolean byItself) {
    this.session = session;
    this.byItself = byItself;
    session.directedBy(this::told);
  }

  /// Does something on the session's thread, and waits until that is done.
  void does(Runnable act) {
    var done = new CompletableFuture<@Nullable Void>();
    session.does(
        () -> {
          try {
            act.run();
            done.complete(null);
          } catch (AssertionError | RuntimeException e) {
            done.completeExceptionally(e);
          }
        });
    done.orTimeout(60, TimeUnit.SECONDS).join();
  }

  private void told(JsonNode message) {
    switch (message.path("type").asText()) {
      case "session.update" ->
          mayYield =
              message.at("/session/audio/input/turn_detection/interrupt_response").asBoolean();
      case "response.create" -> create(message.path("event_id").asText());
      case "response.cancel" -> cancelled(message.path("response_id").asText());
      case "conversation.item.create" -> {
        if (message.at("/item/type").asText().equals("function_call_output")) {
          answers.merge(message.at("/item/call_id").asText(), 1, Integer::sum);
        }
      }
      case "conversation.item.truncate" -> truncated(message);
      default -> {}
    }
  }

  private void create(String request) {
    if (running != null && byItself) {
      session.says(
          """
          {'type':'error','event_id':'e','error':{'type':'invalid_request_error',\
          'code':'conversation_already_has_active_response','message':'','event_id':'%s'}}\
          """
              .formatted(request));
    } else if (running != null) {
      faults.add(request + " was asked for while answer " + running + " was running");
    } else {
      begins(request);
    }
  }

  private void begins(@Nullable String request) {
    running = ++count;
    session.begins("resp_" + running, request);
    if (tidy) {
      completes(0);
    }
  }

  private void cancelled(String response) {
    if (running != null && response.equals("resp_" + running)) {
      cancels();
    }
  }

  /// An answer that is cancelled makes a last sound all the same.
  private void cancels() {
    sounds(20);
    session.done("resp_" + running, "cancelled", calls(1, "in_progress"));
    running = null;
  }

  private void truncated(JsonNode message) {
    String item = message.path("item_id").asText();
    int endMs = message.path("audio_end_ms").asInt(-1);
    if (endMs < 0 || endMs > sentMs.getOrDefault(item, 0)) {
      faults.add(item + " was cut at " + endMs + " of " + sentMs.get(item) + " ms");
    }
    if (cutMs.put(item, endMs) != null) {
      faults.add(item + " was cut twice");
    }
  }

  void sounds(int ms) {
    if (running != null) {
      var samples = ByteBuffer.allocate(ms * SAMPLES_PER_MS);
      while (samples.hasRemaining()) {
        samples.putInt(running);
      }
      sentMs.merge("a" + running, ms, Integer::sum);
      String base64 = Base64.getEncoder().encodeToString(samples.array());
      session.speaks("resp_" + running, "a" + running, base64);
    }
  }

  /// Ends its answer, and wants so many tools to be run.
  void completes(int tools) {
    if (running == null) {
      return;
    }
    String response = "resp_" + running;
    String output = calls(tools, "completed");
    running = null;
    session.done(response, "completed", output);
  }

  private String calls(int tools, String status) {
    var calls = new ArrayList<String>();
    for (int i = 0; i < tools; i++) {
      String id = "call_" + count + "_" + i + "_" + status;
      if (status.equals("completed")) {
        called.add(id);
      }
      calls.add(
          """
          {'type':'function_call','status':'%s','call_id':'%s','name':'fly','arguments':'{}'}\
          """
              .formatted(status, id));
    }
    return calls.toString();
  }

  void hearsCaller() {
    if (speaking == null) {
      speaking = "u" + ++turns;
      session.hearsCaller(speaking);
      if (byItself && mayYield && running != null) {
        cancels();
      }
    }
  }

  void hearsSilence() {
    String item = speaking;
    if (item != null) {
      speaking = null;
      unwritten.add(item);
      session.hearsSilence(item);
      if (byItself && running == null) {
        begins(null);
      }
    }
  }

  void writes(String words) {
    String item = unwritten.poll();
    if (item != null) {
      session.writes(item, words);
    }
  }

  /// Brings everything that was begun to its end, and from now on at once.
  void tidies() {
    tidy = true;
    hearsSilence();
    while (!unwritten.isEmpty()) {
      writes("Yes, of course.");
    }
    completes(0);
  }

  /// Whether everything was brought to its end on the other side, too.
  boolean isTidy() {
    return running == null && answers.keySet().containsAll(called);
  }

  void keptItsOrder() {
    assertThat(faults).isEmpty();
    assertThat(answers.keySet()).containsExactlyInAnyOrderElementsOf(called);
    assertThat(answers.values()).as("every completed call is answered once").allMatch(n -> n == 1);
  }

  /// How much of an item was told to have been heard; null if it was not cut.
  @Nullable Integer cut(String item) {
    return cutMs.get(item);
  }

  int answersMade() {
    return count;
  }
}
