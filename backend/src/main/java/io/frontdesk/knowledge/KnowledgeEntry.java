package io.frontdesk.knowledge;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.github.f4b6a3.uuid.UuidCreator;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.CleanText;
import io.frontdesk.web.WireName;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.DateUpdated;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.annotation.Version;
import io.micronaut.data.model.DataType;
import io.micronaut.http.annotation.QueryValue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that a receptionist knows.
///
/// @param title the question, or what the document is called
/// @param text the answer, or the document's text
/// @param fileName of the PDF that the text was taken from; null if there was none
/// @param expiresAt from when on it is neither told nor found; null if it never expires
@MappedEntity(value = "knowledge_entry", schema = "tenant")
public record KnowledgeEntry(
    @Id UUID id,
    @JsonIgnore TenantId tenantId,
    UUID receptionistId,
    Kind kind,
    String title,
    String text,
    @Nullable String fileName,
    @Nullable Instant expiresAt,
    @JsonIgnore @Nullable Instant retiredAt,
    @JsonIgnore @Version long version,
    Instant createdAt,
    @DateUpdated Instant updatedAt) {
  static final int LONGEST_TITLE = 300;
  static final int LONGEST_TEXT = 100_000;
  private static final int LONGEST_IN_THE_LOG = 2_000;

  /// What an entry is.
  @TypeDef(type = DataType.STRING, converter = WireName.class)
  public enum Kind {
    /// A question that callers ask, and what to answer.
    @JsonProperty("question")
    QUESTION,

    /// A text of any length.
    @JsonProperty("document")
    DOCUMENT
  }

  /// What can be changed.
  @Introspected
  record Details(
      @NotBlank @Size(max = LONGEST_TITLE) String title,
      @NotBlank @Size(max = LONGEST_TEXT) String text,
      @Nullable Instant expiresAt) {}

  /// What is new.
  ///
  /// @param text the answer, or the document's text, Markdown or not; null if there is a `pdf`
  /// @param pdf the document as a PDF, in base64; null if there is a `text`
  @Introspected
  record Made(
      @NotNull Kind kind,
      @NotBlank @Size(max = LONGEST_TITLE) String title,
      @Nullable @Size(min = 1, max = LONGEST_TEXT) String text,
      @Nullable @Size(min = 1, max = 1_000_000) String pdf,
      @Nullable @Size(max = 200) String fileName,
      @Nullable Instant expiresAt) {}

  /// What is said of a document that is sent as a file.
  @Introspected
  record Sent(
      @QueryValue(defaultValue = "") @NotBlank @Size(max = LONGEST_TITLE) String title,
      @QueryValue("file_name") @Nullable @Size(max = 200) String fileName,
      @QueryValue("expires_at") @Nullable Instant expiresAt) {
    String cleanTitle() {
      return CleanText.of(title).strip();
    }

    @Nullable String cleanFileName() {
      return fileName == null ? null : CleanText.of(fileName);
    }
  }

  static KnowledgeEntry added(
      TenantId tenant,
      UUID receptionist,
      Kind kind,
      Details details,
      @Nullable String fileName,
      Instant now) {
    return new KnowledgeEntry(
        UuidCreator.getTimeOrderedEpoch(),
        tenant,
        receptionist,
        kind,
        details.title(),
        details.text(),
        fileName,
        details.expiresAt(),
        null,
        0,
        now,
        now);
  }

  Details details() {
    return new Details(title, text, expiresAt);
  }

  KnowledgeEntry with(Details details) {
    return new KnowledgeEntry(
        id,
        tenantId,
        receptionistId,
        kind,
        details.title(),
        details.text(),
        fileName,
        details.expiresAt(),
        retiredAt,
        version,
        createdAt,
        updatedAt);
  }

  KnowledgeEntry retired(Instant at) {
    return new KnowledgeEntry(
        id,
        tenantId,
        receptionistId,
        kind,
        title,
        text,
        fileName,
        expiresAt,
        at,
        version,
        createdAt,
        updatedAt);
  }

  /// How much of it there is to read, in letters.
  int length() {
    return title.length() + text.length();
  }

  /// As the audit log keeps it: of a long text the beginning, and what tells it from others.
  Details forTheLog() {
    String kept =
        text.length() <= LONGEST_IN_THE_LOG
            ? text
            : "%s… (%d letters, %08x)"
                .formatted(text.substring(0, LONGEST_IN_THE_LOG), text.length(), text.hashCode());
    return new Details(title, kept, expiresAt);
  }
}
