package io.frontdesk.receptionist;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Something that the business wants to know of its callers.
///
/// @param key names the answer in a lead's `fields`, for example `address`
/// @param question as the receptionist asks it
/// @param required whether the receptionist asks even when the caller does not bring it up
/// @param type what kind of answer there is
/// @param choices what the answer may be, where it is one of several
/// @param ask of whom it is asked
@Introspected
public record IntakeQuestion(
    @NotNull
        @Pattern(
            regexp = "[a-z][a-z0-9_]{0,39}",
            message = "must be lower-case letters, digits and _, a letter first, at most 40")
        String key,
    @NotBlank @Size(max = 300) String question,
    boolean required,
    Type type,
    @Size(max = 20) List<@NotBlank @Size(max = 100) String> choices,
    Ask ask) {

  public IntakeQuestion {
    type = Objects.requireNonNullElse(type, Type.TEXT);
    choices = orEmpty(choices);
    ask = Objects.requireNonNullElse(ask, Ask.ALWAYS);
  }

  /// A question that everybody is asked, and that any words answer.
  public static IntakeQuestion text(String key, String question, boolean required) {
    return new IntakeQuestion(key, question, required, Type.TEXT, List.of(), Ask.ALWAYS);
  }

  private static List<String> orEmpty(@Nullable List<String> list) {
    // A null among them is for validation to find.
    return list == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(list));
  }

  /// What kind of answer there is.
  public enum Type {
    @JsonProperty("text")
    TEXT,
    /// One of several.
    @JsonProperty("choice")
    CHOICE,
    @JsonProperty("money")
    MONEY,
    @JsonProperty("date")
    DATE,
    @JsonProperty("address")
    ADDRESS,
    @JsonProperty("phone")
    PHONE,
    @JsonProperty("email")
    EMAIL
  }

  /// Of whom something is asked.
  public enum Ask {
    /// Of everybody for whom it makes sense.
    @JsonProperty("always")
    ALWAYS,
    /// Of those who book.
    @JsonProperty("booking")
    BOOKING,
    /// Of those who leave a message.
    @JsonProperty("message")
    MESSAGE
  }
}
