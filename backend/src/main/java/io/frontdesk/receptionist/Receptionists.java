package io.frontdesk.receptionist;

import com.github.f4b6a3.uuid.UuidCreator;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.RequestException;
import io.micronaut.context.event.ApplicationEventPublisher;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The receptionists as calls see them: published versions only.
@Singleton
public class Receptionists {
  private final Tenancy tenancy;
  private final ReceptionistRepository drafts;
  private final VersionRepository versions;
  private final ApplicationEventPublisher<ReceptionistPublished> published;
  private final Clock clock;

  Receptionists(
      Tenancy tenancy,
      ReceptionistRepository drafts,
      VersionRepository versions,
      ApplicationEventPublisher<ReceptionistPublished> published,
      Clock clock) {
    this.tenancy = tenancy;
    this.drafts = drafts;
    this.versions = versions;
    this.published = published;
    this.clock = clock;
  }

  /// Who answers: the receptionist of that id, or the tenant's default one if it is null, unknown
  /// or not published. Every tenant has a published default one from its sign-up on.
  public PublishedReceptionist answering(TenantId tenant, @Nullable UUID receptionistId) {
    return tenancy.run(
        tenant,
        () ->
            Optional.ofNullable(receptionistId)
                .flatMap(id -> versions.current(tenant.value(), id))
                .or(() -> versions.currentDefault(tenant.value()))
                .map(
                    version ->
                        new PublishedReceptionist(
                            version.receptionistId(), version.number(), version.config()))
                .orElseThrow());
  }

  /// The version of that number, or empty if there is none such.
  public Optional<ReceptionistConfig> version(TenantId tenant, UUID receptionistId, int number) {
    return tenancy.run(
        tenant,
        () ->
            versions
                .findByTenantIdAndReceptionistIdAndNumber(tenant, receptionistId, number)
                .map(ReceptionistVersion::config));
  }

  /// What a call is held with that was answered by this receptionist in this version, though
  /// another may be published by now: the draft if it has none, which test calls alone may be; and
  /// what is published if the receptionist is not known.
  public ReceptionistConfig holding(
      TenantId tenant, @Nullable UUID receptionistId, @Nullable Integer version) {
    if (receptionistId == null) {
      return answering(tenant, null).config();
    }
    return (version == null
            ? tenancy
                .run(tenant, () -> drafts.findByTenantIdAndId(tenant, receptionistId))
                .map(Receptionist::draft)
            : version(tenant, receptionistId, version))
        .orElseGet(() -> answering(tenant, receptionistId).config());
  }

  /// The version of what is being edited; empty if it has not been published as it is.
  ///
  /// @throws RequestException.NotFound if the tenant has no such receptionist
  public Optional<Integer> versionOfDraft(TenantId tenant, UUID receptionistId) {
    return tenancy.run(
        tenant,
        () -> {
          Receptionist receptionist = find(tenant, receptionistId);
          return current(receptionist)
              .filter(version -> version.config().equals(receptionist.draft()))
              .map(ReceptionistVersion::number);
        });
  }

  /// The version that calls to this receptionist are held with; empty until it is published.
  ///
  /// @throws RequestException.NotFound if the tenant has no such receptionist
  public Optional<Integer> publishedVersion(TenantId tenant, UUID receptionistId) {
    return tenancy.run(
        tenant, () -> Optional.ofNullable(find(tenant, receptionistId).publishedVersion()));
  }

  /// What calls to this receptionist are held with; empty until it is published.
  ///
  /// @throws RequestException.NotFound if the tenant has no such receptionist
  public Optional<ReceptionistConfig> published(TenantId tenant, UUID receptionistId) {
    return tenancy.run(
        tenant, () -> current(find(tenant, receptionistId)).map(ReceptionistVersion::config));
  }

  /// This version of this receptionist.
  ///
  /// @throws RequestException.NotFound if the tenant has no such receptionist, or it has no such
  /// version
  public ReceptionistConfig which(TenantId tenant, UUID receptionistId, Which which) {
    return tenancy.run(
        tenant,
        () -> {
          Receptionist receptionist = find(tenant, receptionistId);
          return switch (which) {
            case Which.Draft _ -> receptionist.draft();
            case Which.Published _ ->
                current(receptionist)
                    .map(ReceptionistVersion::config)
                    .orElseThrow(
                        () ->
                            new RequestException.NotFound(
                                "published version of receptionist", receptionistId));
            case Which.Numbered(int number) ->
                version(tenant, receptionistId, number)
                    .orElseThrow(() -> new RequestException.NotFound("version", number));
          };
        });
  }

  /// Those of `tenant` that answer calls.
  public List<UUID> published(TenantId tenant) {
    return tenancy.run(
        tenant,
        () ->
            versions.current(tenant.value()).stream()
                .map(ReceptionistVersion::receptionistId)
                .toList());
  }

  /// Makes the draft what calls use, as below.
  ///
  /// @throws RequestException.NotFound if the tenant has no such receptionist
  ReceptionistVersion publish(TenantId tenant, UUID receptionistId) {
    return tenancy.run(tenant, () -> publish(find(tenant, receptionistId)));
  }

  /// Makes this draft what calls use, in the transaction that is open. Publishing what is published
  /// already changes nothing.
  ReceptionistVersion publish(Receptionist draft) {
    return current(draft)
        .filter(version -> version.config().equals(draft.draft()))
        .orElseGet(() -> newVersion(draft));
  }

  private ReceptionistVersion newVersion(Receptionist receptionist) {
    Integer before = receptionist.publishedVersion();
    var version =
        versions.save(
            new ReceptionistVersion(
                UuidCreator.getTimeOrderedEpoch(),
                receptionist.tenantId(),
                receptionist.id(),
                before == null ? 1 : before + 1,
                receptionist.draft(),
                clock.instant()));
    drafts.update(receptionist.published(version.number()));
    published.publishEvent(
        new ReceptionistPublished(
            version.tenantId(), version.receptionistId(), version.number(), version.config()));
    return version;
  }

  private Receptionist find(TenantId tenant, UUID id) {
    return drafts
        .findByTenantIdAndId(tenant, id)
        .orElseThrow(() -> new RequestException.NotFound("receptionist", id));
  }

  private Optional<ReceptionistVersion> current(Receptionist receptionist) {
    return Optional.ofNullable(receptionist.publishedVersion())
        .flatMap(
            number ->
                versions.findByTenantIdAndReceptionistIdAndNumber(
                    receptionist.tenantId(), receptionist.id(), number));
  }
}
