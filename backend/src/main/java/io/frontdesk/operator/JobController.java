package io.frontdesk.operator;

import io.frontdesk.outbox.StuckJob;
import io.frontdesk.outbox.StuckJobs;
import io.frontdesk.tenancy.Tenancy;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;

/// Jobs that go on failing.
@Controller("/operator/jobs")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Hidden
class JobController {
  private static final int MOST = 200;

  private final StuckJobs jobs;
  private final OperatorLog log;
  private final Tenancy tenancy;

  JobController(StuckJobs jobs, OperatorLog log, Tenancy tenancy) {
    this.jobs = jobs;
    this.log = log;
    this.tenancy = tenancy;
  }

  /// At most 200, those that have failed most often first.
  @Introspected
  record Jobs(List<StuckJob> data) {}

  /// @param failures how often they have failed at least
  @Get
  Jobs list(
      Operator operator, @QueryValue(defaultValue = "1") @Min(1) @Max(1_000_000) int failures) {
    return new Jobs(tenancy.platform(() -> jobs.list(failures, MOST)));
  }

  /// Which job, as the list names it.
  @Introspected
  record Which(@NotBlank @Size(max = 200) String name, @NotBlank @Size(max = 300) String instance) {
    Map<String, String> details() {
      return Map.of("name", name, "instance", instance);
    }
  }

  /// Has a job tried now.
  @Post("/retry")
  @Status(HttpStatus.ACCEPTED)
  void retry(Operator operator, @Body @Valid Which which) {
    tenancy.platform(
        () -> {
          jobs.retry(which.name(), which.instance());
          log.did(operator, "retry_job", which.details());
          return which;
        });
  }

  /// Forgets a job: what it should have done is not done.
  @Post("/drop")
  @Status(HttpStatus.NO_CONTENT)
  void drop(Operator operator, @Body @Valid Which which) {
    tenancy.platform(
        () -> {
          jobs.drop(which.name(), which.instance());
          log.did(operator, "drop_job", which.details());
          return which;
        });
  }
}
