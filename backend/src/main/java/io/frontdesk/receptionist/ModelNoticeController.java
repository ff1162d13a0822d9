package io.frontdesk.receptionist;

import io.frontdesk.catalogue.Catalogue;
import io.frontdesk.catalogue.Model;
import io.frontdesk.catalogue.Model.Kind;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.Page;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Tells owners in time that a model they chose goes away.
@Controller("/api/v1/model-notices")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Receptionists")
class ModelNoticeController {
  private final VersionRepository versions;
  private final Catalogue catalogue;
  private final Tenancy tenancy;
  private final Clock clock;

  ModelNoticeController(
      VersionRepository versions, Catalogue catalogue, Tenancy tenancy, Clock clock) {
    this.versions = versions;
    this.catalogue = catalogue;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  /// The models that published receptionists use and that are served for less than 60 days more, or
  /// not any more, all on one page. Whoever chose no model uses the platform's, which is changed in
  /// time.
  @Get
  Page<ModelNotice> list(TenantId tenant) {
    List<ReceptionistVersion> answering =
        tenancy.run(tenant, () -> versions.current(tenant.value()));
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return new Page<>(
        answering.stream().flatMap(version -> notices(version, today)).toList(), null);
  }

  private Stream<ModelNotice> notices(ReceptionistVersion version, LocalDate today) {
    String written = version.config().listening().transcriptionModel();
    return Stream.of(
            notice(version, Kind.SPEECH_TO_SPEECH, version.config().model(), today),
            notice(version, Kind.TRANSCRIPTION, written, today))
        .flatMap(Optional::stream);
  }

  private Optional<ModelNotice> notice(
      ReceptionistVersion version, Kind kind, @Nullable String chosen, LocalDate today) {
    return Optional.ofNullable(chosen)
        .flatMap(name -> catalogue.find(kind, name))
        .filter(model -> model.endsSoon(today))
        .map(model -> notice(version, model, today));
  }

  private ModelNotice notice(ReceptionistVersion version, Model model, LocalDate today) {
    LocalDate end = model.endsOn();
    if (end == null) {
      throw new IllegalStateException(model.name() + " does not end");
    }
    return new ModelNotice(
        version.receptionistId(),
        version.config().name(),
        model.name(),
        end,
        catalogue.serving(model, end).name(),
        model.isGone(today));
  }
}
