package io.frontdesk.sandbox.caller;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The script of one caller: what such a person says, never what should come of it.
///
/// @param from the number that is called from, unless another is given
/// @param businessTime the time on the business's clock; null = the real one
/// @param salutation said as soon as the telephone is picked up; null if the other side begins
/// @param opening said after the greeting; null if the caller only listens
/// @param replies the first that fits is said, each as often as it fits
/// @param otherwise said when no reply fits; null = nothing
/// @param interruption said into the receptionist's words, once; null = never
/// @param nudge said when nobody speaks for the length of `patience`; null = nothing
/// @param lingers how long the caller stays after the receptionist's goodbye
/// @param maximum the caller hangs up after this long, whatever happens
public record Scenario(
    String id,
    String title,
    String from,
    @Nullable LocalTime businessTime,
    @Nullable Line salutation,
    @Nullable Line opening,
    List<Reply> replies,
    @Nullable Line otherwise,
    @Nullable Interruption interruption,
    @Nullable Line nudge,
    Duration patience,
    Duration lingers,
    Duration maximum) {

  /// Words that are said while the receptionist speaks.
  ///
  /// @param afterWords how many words of hers are heard first
  public record Interruption(int afterWords, Line line) {}

  /// A script without lines: a caller who says nothing.
  ///
  /// @param id for programs, `lower_snake_case`
  /// @param title for people
  public static Script script(String id, String title) {
    return new Script(id, title);
  }

  /// The same caller, who stays at least so long for as long as there is something to say.
  public Scenario staying(Duration atLeast) {
    return replies.isEmpty() || maximum.compareTo(atLeast) >= 0
        ? this
        : new Scenario(
            id,
            title,
            from,
            businessTime,
            salutation,
            opening,
            replies,
            otherwise,
            interruption,
            nudge,
            patience,
            lingers,
            atLeast);
  }
}
