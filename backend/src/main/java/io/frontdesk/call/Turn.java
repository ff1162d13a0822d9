package io.frontdesk.call;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One party's uninterrupted say.
///
/// @param index counts from 0 in each call
/// @param text all that was said, or was about to be said
/// @param heardText how much of `text` was played before the caller cut in; null if all of it
/// @param toolCalls what the receptionist had done in this turn
/// @param replyMs how long the caller, who had stopped speaking, waited for its first sound; null
/// if it answers nothing, or nobody took the time
@Introspected
public record Turn(
    int index,
    Speaker speaker,
    String text,
    @Nullable String heardText,
    boolean interrupted,
    @TypeDef(type = DataType.JSON) List<ToolCall> toolCalls,
    Instant startedAt,
    Instant endedAt,
    @Nullable Integer replyMs) {

  public Turn repliedAfter(@Nullable Integer ms) {
    return new Turn(
        index, speaker, text, heardText, interrupted, toolCalls, startedAt, endedAt, ms);
  }

  Turn at(int otherIndex) {
    return new Turn(
        otherIndex, speaker, text, heardText, interrupted, toolCalls, startedAt, endedAt, replyMs);
  }

  /// What the other party got to hear.
  @JsonIgnore
  public String heard() {
    return heardText == null ? text : heardText;
  }
}
