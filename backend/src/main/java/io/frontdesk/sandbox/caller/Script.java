package io.frontdesk.sandbox.caller;

import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes a [Scenario] down, top to bottom as the call goes.
public final class Script {
  private final String id;
  private final String title;
  private final List<Reply> replies = new ArrayList<>();
  private String from = "+12125550142";
  private @Nullable LocalTime businessTime;
  private @Nullable Line salutation;
  private @Nullable Line opening;
  private @Nullable Line otherwise;
  private Scenario.@Nullable Interruption interruption;
  private @Nullable Line nudge;
  private Duration patience = Duration.ofSeconds(7);
  private Duration lingers = Duration.ofSeconds(3);
  private Duration maximum = Duration.ofSeconds(44);

  Script(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /// The caller's number, unless the call is made from another.
  public Script from(String number) {
    from = number;
    return this;
  }

  /// The time on the business's clock, for example `21:30`.
  public Script atBusinessTime(String time) {
    businessTime = LocalTime.parse(time);
    return this;
  }

  /// Said on picking up, by somebody who is called.
  public Script answers(String words) {
    salutation = Line.said(words);
    return this;
  }

  /// Said on picking up; then the telephone is put down again.
  public Script answersAndHangsUp(String words) {
    salutation = Line.said(words).with(new Line.HangUp());
    return this;
  }

  /// Said after the greeting.
  public Script opens(String words) {
    opening = Line.said(words);
    return this;
  }

  /// The next line answers a question with one of these cues in it.
  public Answer asked(String... cues) {
    return new Answer(true, cues);
  }

  /// The next line answers whatever has one of these cues in it.
  public Answer hearing(String... cues) {
    return new Answer(false, cues);
  }

  /// Said when nothing else fits.
  public Script otherwise(String words) {
    otherwise = Line.said(words);
    return this;
  }

  /// Said into the receptionist's words once so many of them are heard.
  public Script interrupts(int afterWords, String words) {
    interruption = new Scenario.Interruption(afterWords, Line.said(words));
    return this;
  }

  /// Said when nobody has spoken for a while.
  public Script nudges(Duration after, String words) {
    patience = after;
    nudge = Line.said(words);
    return this;
  }

  /// How long the caller stays on the line after the receptionist's goodbye.
  public Script lingers(Duration afterGoodbye) {
    lingers = afterGoodbye;
    return this;
  }

  /// When the caller hangs up at the latest.
  public Script atMost(Duration length) {
    maximum = length;
    return this;
  }

  public Scenario end() {
    return new Scenario(
        id,
        title,
        from,
        businessTime,
        salutation,
        opening,
        List.copyOf(replies),
        otherwise,
        interruption,
        nudge,
        patience,
        lingers,
        maximum);
  }

  /// A reply still without its line.
  public final class Answer {
    private final boolean toQuestion;
    private final List<Cue> cues;
    private Duration pause = Duration.ZERO;

    private Answer(boolean toQuestion, String... cues) {
      this.toQuestion = toQuestion;
      this.cues = Arrays.stream(cues).map(Cue::new).toList();
    }

    /// The caller thinks first.
    public Answer pauses(Duration silence) {
      pause = silence;
      return this;
    }

    /// The caller says this; `{name}` repeats what stood there in the cue.
    public Script says(String words) {
      return is(Line.said(words));
    }

    /// The caller presses keys: `0`-`9`, `*`, `#`.
    public Script presses(String keys) {
      return is(Line.pressed(keys));
    }

    /// The caller says this and presses keys then.
    public Script saysAndPresses(String words, String keys) {
      return is(Line.said(words).pressing(keys));
    }

    /// The caller says this and hangs up.
    public Script saysAndHangsUp(String words) {
      return is(Line.said(words).with(new Line.HangUp()));
    }

    /// The caller begins to say this and hangs up in the middle of the word after so many.
    public Script saysAndHangsUpInWord(int wordsBefore, String words) {
      return is(Line.said(words).with(new Line.HangUpInWord(wordsBefore)));
    }

    private Script is(Line line) {
      replies.add(new Reply(toQuestion, cues, line.after(pause)));
      return Script.this;
    }
  }
}
