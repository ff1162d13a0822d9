package io.frontdesk.analysis;

import io.frontdesk.call.Sentiment;
import io.frontdesk.call.Urgency;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the model found in a transcript.
///
/// @param name the caller's; null if they gave none
/// @param phone the number they gave, as they said it; null if they gave none
/// @param intent what they want, in a few words; null if they did not say
/// @param answers to intake questions, by key; without those that were not answered
record Findings(
    @Nullable String name,
    @Nullable String phone,
    @Nullable String intent,
    @Nullable Urgency urgency,
    String summary,
    Sentiment sentiment,
    Map<String, String> answers) {
  /// Whether there is something about the caller to keep.
  boolean makeALead() {
    return name != null || !answers.isEmpty();
  }
}
