package io.frontdesk.knowledge;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.WireName;
import io.micronaut.data.annotation.DateUpdated;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.annotation.Version;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that callers asked and the receptionist could not tell them.
///
/// @param question as it was asked last
/// @param wording the words of it alone, by which it is known again
/// @param callId on which it was asked last; null if that call is not kept any more
/// @param timesAsked on how many calls
/// @param entryId what the answer became; null if there is none
@MappedEntity(value = "unanswered_question", schema = "tenant")
public record UnansweredQuestion(
    @Id UUID id,
    @JsonIgnore TenantId tenantId,
    UUID receptionistId,
    String question,
    @JsonIgnore String wording,
    @Nullable UUID callId,
    int timesAsked,
    Status status,
    @Nullable UUID entryId,
    Instant lastAskedAt,
    @JsonIgnore @Version long version,
    Instant createdAt,
    @DateUpdated Instant updatedAt) {
  static final int LONGEST = 300;

  /// What has become of it.
  @TypeDef(type = DataType.STRING, converter = WireName.class)
  public enum Status {
    /// It waits for an answer.
    @JsonProperty("open")
    OPEN,

    @JsonProperty("answered")
    ANSWERED,

    /// It needs none.
    @JsonProperty("dismissed")
    DISMISSED
  }

  /// The words of a question, however it is punctuated.
  static String wording(String question) {
    return question.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  UnansweredQuestion answered(UUID entry) {
    return with(Status.ANSWERED, entry);
  }

  UnansweredQuestion dismissed() {
    return with(Status.DISMISSED, entryId);
  }

  private UnansweredQuestion with(Status next, @Nullable UUID entry) {
    return new UnansweredQuestion(
        id,
        tenantId,
        receptionistId,
        question,
        wording,
        callId,
        timesAsked,
        next,
        entry,
        lastAskedAt,
        version,
        createdAt,
        updatedAt);
  }
}
