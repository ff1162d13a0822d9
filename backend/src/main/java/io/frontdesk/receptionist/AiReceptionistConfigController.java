package io.frontdesk.receptionist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.frontdesk.audit.Actor;
import io.frontdesk.audit.AuditLog;
import io.frontdesk.audit.Change;
import io.frontdesk.business.Business;
import io.frontdesk.business.BusinessChanged;
import io.frontdesk.business.Businesses;
import io.frontdesk.business.Hours;
import io.frontdesk.business.Hours.Interval;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.MergePatch;
import io.frontdesk.web.Problem.FieldProblem;
import io.frontdesk.web.RequestException;
import io.micronaut.context.event.ApplicationEventPublisher;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The business and its default receptionist in one, for programs written to an earlier API.
@Controller("/api/v1/voice/ai-receptionist-config")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Earlier APIs")
class AiReceptionistConfigController {
  private final Businesses businesses;
  private final ReceptionistRepository drafts;
  private final Receptionists receptionists;
  private final PublishCheck check;
  private final MergePatch mergePatch;
  private final AuditLog audit;
  private final ApplicationEventPublisher<BusinessChanged> changes;
  private final Tenancy tenancy;

  AiReceptionistConfigController(
      Businesses businesses,
      ReceptionistRepository drafts,
      Receptionists receptionists,
      PublishCheck check,
      MergePatch mergePatch,
      AuditLog audit,
      ApplicationEventPublisher<BusinessChanged> changes,
      Tenancy tenancy) {
    this.businesses = businesses;
    this.drafts = drafts;
    this.receptionists = receptionists;
    this.check = check;
    this.mergePatch = mergePatch;
    this.audit = audit;
    this.changes = changes;
    this.tenancy = tenancy;
  }

  /// What there is to set.
  ///
  /// @param businessHours by day, `9:00 AM - 6:00 PM` or `Closed`
  /// @param systemPrompt the receptionist's instructions
  @Introspected
  record AiReceptionistConfig(
      String businessName, Map<String, String> businessHours, String systemPrompt) {
    static AiReceptionistConfig of(Business business, Receptionist receptionist) {
      var hours = new LinkedHashMap<String, String>();
      for (DayOfWeek day : DayOfWeek.values()) {
        hours.put(name(day), DayInWords.of(business.hours().on(day)));
      }
      return new AiReceptionistConfig(business.name(), hours, receptionist.draft().instructions());
    }
  }

  /// What is to be set; what is null stays as it is, and so does a day that is not named.
  @Introspected
  record NewAiReceptionistConfig(
      @Nullable @Size(min = 1, max = 200) String businessName,
      @Nullable Map<String, @Nullable String> businessHours,
      @Nullable @Size(max = 20_000) String systemPrompt) {}

  /// How the business and its receptionist are set.
  @Get
  AiReceptionistConfig get(TenantId tenant) {
    return tenancy.run(
        tenant, () -> AiReceptionistConfig.of(businesses.of(tenant), receptionist(tenant)));
  }

  /// Sets what the body holds. Calls use it from the next one on: the receptionist is published,
  /// with whatever else was being edited.
  @Post
  AiReceptionistConfig set(
      TenantId tenant, Actor actor, @Valid @Body NewAiReceptionistConfig config) {
    return tenancy.run(
        tenant,
        () -> {
          Business business = businesses.of(tenant);
          Receptionist receptionist = receptionist(tenant);
          var before = AiReceptionistConfig.of(business, receptionist);
          Business changed = businesses.update(business.with(profile(business.profile(), config)));
          changes.publishEvent(new BusinessChanged(tenant, business, changed));
          Receptionist instructed = instructed(receptionist, config.systemPrompt());
          var after = AiReceptionistConfig.of(changed, instructed);
          audit.record(
              tenant, actor, Change.updated("receptionist", receptionist.id(), before, after));
          return after;
        });
  }

  private Receptionist receptionist(TenantId tenant) {
    return drafts.findByTenantIdAndIsDefaultTrue(tenant).orElseThrow();
  }

  private Receptionist instructed(Receptionist receptionist, @Nullable String instructions) {
    if (instructions == null) {
      return receptionist;
    }
    JsonNode patch = JsonNodeFactory.instance.objectNode().put("instructions", instructions);
    var draft = mergePatch.apply(receptionist.draft(), ReceptionistConfig.class, patch);
    check.require(receptionist.tenantId(), draft);
    Receptionist changed = drafts.update(receptionist.with(draft));
    receptionists.publish(changed);
    return changed;
  }

  private static Business.Profile profile(Business.Profile now, NewAiReceptionistConfig config) {
    String name = config.businessName();
    var said = config.businessHours();
    return new Business.Profile(
        name == null ? now.name() : name,
        now.industry(),
        now.about(),
        now.timeZone(),
        said == null ? now.hours() : hours(now.hours(), said),
        now.holidays(),
        now.recordingConsent(),
        now.recordingNotice(),
        now.recordingRetentionDays(),
        now.staffFirst());
  }

  private static Hours hours(Hours now, Map<String, @Nullable String> said) {
    var week = new EnumMap<DayOfWeek, List<Interval>>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      week.put(day, now.on(day));
    }
    var problems = new ArrayList<FieldProblem>();
    said.forEach(
        (name, words) -> {
          String pointer = "/business_hours/" + name;
          var day = day(name);
          var intervals = DayInWords.read(words == null ? "" : words);
          if (day.isEmpty()) {
            problems.add(new FieldProblem(pointer, "is no day of the week, such as monday"));
          } else if (intervals.isEmpty()) {
            problems.add(new FieldProblem(pointer, "must be like 9:00 AM - 6:00 PM, or Closed"));
          } else {
            week.put(day.get(), intervals.get());
          }
        });
    Hours hours =
        new Hours(
            week.getOrDefault(DayOfWeek.MONDAY, List.of()),
            week.getOrDefault(DayOfWeek.TUESDAY, List.of()),
            week.getOrDefault(DayOfWeek.WEDNESDAY, List.of()),
            week.getOrDefault(DayOfWeek.THURSDAY, List.of()),
            week.getOrDefault(DayOfWeek.FRIDAY, List.of()),
            week.getOrDefault(DayOfWeek.SATURDAY, List.of()),
            week.getOrDefault(DayOfWeek.SUNDAY, List.of()));
    problems.addAll(hours.problems("/business_hours"));
    if (!problems.isEmpty()) {
      throw new RequestException.Rejected(problems);
    }
    return hours;
  }

  private static Optional<DayOfWeek> day(String name) {
    return Arrays.stream(DayOfWeek.values()).filter(day -> name(day).equals(name)).findFirst();
  }

  private static String name(DayOfWeek day) {
    return day.name().toLowerCase(Locale.ROOT);
  }
}
