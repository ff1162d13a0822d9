package io.frontdesk.lead;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.frontdesk.call.Urgency;
import io.frontdesk.tenancy.E164;
import io.frontdesk.tenancy.TenantId;
import io.micronaut.data.annotation.DateUpdated;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.annotation.Version;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A caller who may become a customer. A number is one lead's only.
///
/// @param urgency how soon they want what they called for last; null if they did not say
/// @param intent what they called for last; null if they did not say
/// @param fields their answers to intake questions, by key
/// @param score how promising, 0 to 100; left out until it is judged
/// @param mergedInto the lead that is the same person and stands for both; null if this one does
@MappedEntity(value = "lead", schema = "tenant")
public record Lead(
    @Id UUID id,
    @JsonIgnore TenantId tenantId,
    @Nullable String name,
    E164 phone,
    @Nullable String email,
    LeadStatus status,
    @Nullable Urgency urgency,
    @Nullable String intent,
    @TypeDef(type = DataType.JSON) Map<String, LeadField> fields,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer score,
    @Nullable UUID mergedInto,
    @JsonIgnore @Version long version,
    Instant createdAt,
    @DateUpdated Instant updatedAt) {

  /// This lead with what a call added: gaps are filled, the wish is the latest one, an answer
  /// replaces an earlier one unless that was verified. Nothing is erased.
  Lead with(Heard heard) {
    var merged = new TreeMap<>(fields);
    heard
        .fields()
        .forEach((key, said) -> merged.merge(key, said, (known, later) -> keep(known, later)));
    return new Lead(
        id,
        tenantId,
        name == null ? heard.name() : name,
        phone,
        email == null ? heard.email() : email,
        status,
        heard.urgency() == null ? urgency : heard.urgency(),
        heard.intent() == null ? intent : heard.intent(),
        merged,
        score,
        mergedInto,
        version,
        createdAt,
        updatedAt);
  }

  /// This lead as somebody edited it.
  Lead with(LeadDetails details) {
    var written = new TreeMap<String, LeadField>();
    details
        .fields()
        .forEach(
            (key, answer) -> {
              LeadField known = fields.get(key);
              written.put(
                  key,
                  known != null && known.value().equals(answer.value())
                      ? known
                      : LeadField.written(answer.value()));
            });
    return new Lead(
        id,
        tenantId,
        details.name(),
        details.phone(),
        details.email(),
        details.status(),
        details.urgency(),
        details.intent(),
        written,
        score,
        mergedInto,
        version,
        createdAt,
        updatedAt);
  }

  /// This lead with other things known of it.
  Lead with(Known known) {
    return new Lead(
        id,
        tenantId,
        known.name(),
        phone,
        known.email(),
        status,
        known.urgency(),
        known.intent(),
        known.fields(),
        score,
        mergedInto,
        version,
        createdAt,
        updatedAt);
  }

  /// This lead as one that another one stands for, or none any more.
  Lead mergedInto(@Nullable UUID other) {
    return new Lead(
        id, tenantId, name, phone, email, status, urgency, intent, fields, score, other, version,
        createdAt, updatedAt);
  }

  private static LeadField keep(LeadField known, LeadField later) {
    return known.verified() || known.value().equals(later.value()) ? known : later;
  }
}
