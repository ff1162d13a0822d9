package io.frontdesk.sandbox.openai.realtime;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frontdesk.sandbox.audio.Speech;
import io.frontdesk.sandbox.openai.mind.Prompt;
import io.frontdesk.sandbox.openai.mind.Reply;
import io.frontdesk.sandbox.openai.mind.ScriptlessModel;
import io.frontdesk.sandbox.wire.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One response from its creation to its end. Lives on the session's event loop; thinking and
/// speech synthesis happen on a virtual thread.
final class ResponseRun {
  private static final Logger log = LoggerFactory.getLogger(ResponseRun.class);

  private final Stage stage;
  private final ResponseSettings settings;
  private final Tokens input;
  private final Tokens cached;
  private final int utterance;
  private final Consumer<ResponseRun> whenDone;
  private final String id = Ids.next("resp");
  private @Nullable Output output;
  private Socket.@Nullable Timer thinking;
  private boolean done;

  /// @param before the tokens that were sent before and may be cached
  /// @param utterance its speech's id
  /// @param whenDone called once, after `response.done`
  ResponseRun(
      Stage stage,
      ResponseSettings settings,
      Tokens before,
      int utterance,
      Consumer<ResponseRun> whenDone) {
    this.stage = stage;
    this.settings = settings;
    this.input = settings.inputTokens();
    this.cached = input.cachedAfter(before);
    this.utterance = utterance;
    this.whenDone = whenDone;
  }

  String id() {
    return id;
  }

  boolean inConversation() {
    return settings.inConversation();
  }

  Tokens input() {
    return input;
  }

  /// How much speech was sent, in milliseconds.
  int spokenMs() {
    return output instanceof SpokenOutput spoken ? spoken.sentMs() : 0;
  }

  /// Announces itself and begins to think.
  void begin() {
    ObjectNode begun = json("in_progress");
    begun.putNull("status_details").putNull("usage").putArray("output");
    stage.out().send("response.created", event -> event.set("response", begun));
    RateLimits.send(stage.out(), input);
    Instant since = Instant.now();
    Prompt prompt = settings.prompt();
    Thread.ofVirtual().start(() -> back(think(prompt, since)));
  }

  private Runnable think(Prompt prompt, Instant since) {
    try {
      Output next = prepare(ScriptlessModel.reply(prompt));
      Duration left = stage.pace().thinking().minus(Duration.between(since, Instant.now()));
      return () -> perform(next, left);
    } catch (RuntimeException e) {
      log.error("the stand-in's mind failed", e);
      return this::fail;
    }
  }

  private void back(Runnable result) {
    try {
      stage.socket().execute(result);
    } catch (RejectedExecutionException closed) {
      log.debug("the server was closed while the model was thinking");
    }
  }

  private Output prepare(Reply reply) {
    int most = settings.maxOutputTokens();
    return switch (reply) {
      case Reply.Call(String name, ObjectNode arguments) ->
          new CallOutput(stage.out(), id, name, arguments.toString(), most);
      case Reply.Say(String text) when settings.aloud() -> {
        Speech speech = Speech.of(stage.voice(), text, utterance);
        yield new SpokenOutput(stage, id, speech, settings.format(), most);
      }
      case Reply.Say(String text) -> new WrittenOutput(stage.out(), id, text, most);
    };
  }

  private void perform(Output next, Duration after) {
    if (!done) {
      thinking = stage.socket().after(after.isNegative() ? Duration.ZERO : after, () -> open(next));
    }
  }

  private void open(Output next) {
    output = next;
    item("response.output_item.added", next.item());
    if (inConversation()) {
      stage.out().item("added", stage.conversation().add(next.item()), next.item());
    }
    next.begin(this::finished);
  }

  private void finished(boolean whole) {
    if (whole) {
      end("completed", null, true);
    } else {
      end("incomplete", details("incomplete", "max_output_tokens"), false);
    }
  }

  /// Ends it before its time.
  /// @param reason `turn_detected` or `client_cancelled`
  void cancel(String reason) {
    if (!done) {
      stop();
      end("cancelled", details("cancelled", reason), false);
    }
  }

  /// Stops without a word: nobody listens any more.
  void abandon() {
    done = true;
    stop();
  }

  private void stop() {
    Socket.Timer running = thinking;
    if (running != null) {
      running.cancel();
    }
    Output open = output;
    if (open != null) {
      open.cut();
    }
  }

  private void fail() {
    if (!done) {
      ObjectNode details = details("failed", null);
      details.putObject("error").put("type", "server_error").put("code", "server_error");
      end("failed", details, false);
    }
  }

  private void end(String status, @Nullable ObjectNode details, boolean whole) {
    done = true;
    ObjectNode response = json(status);
    response.set("status_details", details);
    var list = response.putArray("output");
    Output made = output;
    if (made != null) {
      made.item().finish(whole);
      made.close();
      item("response.output_item.done", made.item());
      if (inConversation()) {
        String previous = stage.conversation().before(made.item());
        stage.out().item("done", previous, made.item());
      }
      list.add(made.item().json());
    }
    Tokens produced = made == null ? Tokens.NONE : made.tokens();
    response.set("usage", new Usage(input, cached, produced).json());
    stage.out().send("response.done", event -> event.set("response", response));
    whenDone.accept(this);
  }

  private void item(String type, Item item) {
    stage
        .out()
        .send(
            type,
            event -> event.put("response_id", id).put("output_index", 0).set("item", item.json()));
  }

  private ObjectNode json(String status) {
    ObjectNode response =
        JsonNodeFactory.instance
            .objectNode()
            .put("object", "realtime.response")
            .put("id", id)
            .put("status", status)
            .put("conversation_id", inConversation() ? stage.conversation().id() : null);
    settings.describe(response);
    return response;
  }

  private static ObjectNode details(String type, @Nullable String reason) {
    ObjectNode details = JsonNodeFactory.instance.objectNode().put("type", type);
    return reason == null ? details : details.put("reason", reason);
  }
}
