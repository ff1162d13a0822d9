package io.frontdesk.sandbox.caller;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a caller says to certain words.
///
/// @param toQuestion whether only the last question counts, not all that was said
/// @param line may repeat what stood in a cue's blanks: `{time}, please.`
public record Reply(boolean toQuestion, List<Cue> cues, Line line) {
  private static final Pattern QUESTION = Pattern.compile("[^.?!]*\\?");

  /// The line for these words; empty if it is no reply to them.
  Optional<Line> to(String heard) {
    var words = toQuestion ? lastQuestion(heard) : heard;
    for (var cue : cues) {
      var blanks = cue.hear(words);
      if (blanks.isPresent()) {
        var said = line.words();
        for (var blank : blanks.get().entrySet()) {
          said = said.replace("{" + blank.getKey() + "}", blank.getValue());
        }
        return Optional.of(line.saying(said));
      }
    }
    return Optional.empty();
  }

  private static String lastQuestion(String heard) {
    return QUESTION.matcher(heard).results().reduce((a, b) -> b).map(r -> r.group()).orElse(heard);
  }
}
