package io.frontdesk.sandbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.frontdesk.appointment.spoken.SpokenTime;
import io.frontdesk.web.CleanTime;
import io.frontdesk.web.RequestException;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/// How a receptionist understands the times that callers say.
@Controller("/api/v1/sandbox/dates")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(beans = StandIns.class)
@Tag(name = "Sandbox")
class DatesController {
  private final Practice practice;

  DatesController(Practice practice) {
    this.practice = practice;
  }

  /// What a caller says.
  ///
  /// @param now RFC 3339, or without an offset what the clock of `timeZone` reads
  @Introspected
  record Said(
      @NotBlank @Size(max = 1000) String phrase,
      @NotBlank @Size(max = 40) String now,
      @NotNull ZoneId timeZone) {

    /// @throws RequestException.Rejected if `now` is no time
    ZonedDateTime clock() {
      try {
        var read =
            DateTimeFormatter.ISO_DATE_TIME.parseBest(
                now, OffsetDateTime::from, LocalDateTime::from);
        var clock =
            read instanceof OffsetDateTime offset
                ? offset.atZoneSameInstant(timeZone)
                : LocalDateTime.from(read).atZone(timeZone);
        if (CleanTime.nearest(clock.toInstant()).equals(clock.toInstant())) {
          return clock;
        }
        throw new RequestException.Rejected("/now", "must be in the years 1 to 9999");
      } catch (DateTimeException e) {
        throw new RequestException.Rejected("/now", "must be a time such as 2026-11-24T14:00:00Z");
      }
    }
  }

  /// What was understood: either an instant, or a question to the caller.
  @Introspected
  record Understood(
      @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Instant instant,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String question) {}

  /// The moment that a phrase means to a business in that time zone, or what it is asked back.
  @Post
  Understood understand(@Body @Valid Said said) {
    practice.refuseReality();
    return switch (SpokenTime.understand(said.phrase(), said.clock())) {
      case SpokenTime.Moment moment -> new Understood(moment.at().toInstant(), null);
      case SpokenTime.Unclear unclear -> new Understood(null, unclear.question());
    };
  }
}
