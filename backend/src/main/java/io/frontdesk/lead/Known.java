package io.frontdesk.lead;

import io.frontdesk.call.Urgency;
import io.micronaut.core.annotation.Introspected;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What is known of somebody beside their number, and can be put together with what is known of
/// them under another one.
@Introspected
record Known(
    @Nullable String name,
    @Nullable String email,
    @Nullable Urgency urgency,
    @Nullable String intent,
    Map<String, LeadField> fields) {

  Known {
    fields = Collections.unmodifiableMap(new TreeMap<>(fields));
  }

  static Known of(Lead lead) {
    return new Known(lead.name(), lead.email(), lead.urgency(), lead.intent(), lead.fields());
  }

  /// This, with its gaps filled by the other; an answer that somebody made sure of takes the place
  /// of one that was only heard.
  Known and(Known other) {
    var both = new TreeMap<>(fields);
    other.fields.forEach(
        (key, answer) ->
            both.merge(key, answer, (own, its) -> its.verified() && !own.verified() ? its : own));
    return new Known(
        name == null ? other.name : name,
        email == null ? other.email : email,
        urgency == null ? other.urgency : urgency,
        intent == null ? other.intent : intent,
        both);
  }

  /// This, with all that is still as `after` says put back to what it was before.
  Known undone(Known before, Known after) {
    var keys = new TreeSet<>(fields.keySet());
    keys.addAll(before.fields.keySet());
    var left = new TreeMap<String, LeadField>();
    for (String key : keys) {
      LeadField answer = undone(fields.get(key), before.fields.get(key), after.fields.get(key));
      if (answer != null) {
        left.put(key, answer);
      }
    }
    return new Known(
        undone(name, before.name, after.name),
        undone(email, before.email, after.email),
        undone(urgency, before.urgency, after.urgency),
        undone(intent, before.intent, after.intent),
        left);
  }

  private static <T> @Nullable T undone(@Nullable T now, @Nullable T before, @Nullable T after) {
    return Objects.equals(now, after) ? before : now;
  }
}
