package io.frontdesk.sandbox.twilio;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a call has to do next. Stored with the call, so that it can go on after a restart.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Step.Ask.class, name = "ask"),
  @JsonSubTypes.Type(value = Step.Perform.class, name = "perform")
})
sealed interface Step {

  /// Fetch a document.
  ///
  /// @param failed what went wrong before, if this asks the fallback URL
  /// @param told what the verb before it came to, as fields
  record Ask(String url, String method, @Nullable Failure failed, Map<String, String> told)
      implements Step {
    /// A call kept by an earlier stand-in has nothing to tell.
    public Ask {
      told = Map.copyOf(Objects.requireNonNullElse(told, Map.of()));
    }

    Ask(String url, String method, @Nullable Failure failed) {
      this(url, method, failed, Map.of());
    }
  }

  /// Do a verb of a document, and those after it.
  ///
  /// @param base the document's URL; null if it came with a REST request
  /// @param verb its place in the document, from 0
  record Perform(String document, @Nullable String base, int verb) implements Step {
    Perform next() {
      return new Perform(document, base, verb + 1);
    }
  }

  /// An error as it is told to the fallback URL.
  ///
  /// @param code Twilio's, for example 11200
  /// @param url the URL whose request or document failed
  record Failure(int code, String url) {}
}
