package io.frontdesk.business;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// A business's profile over the API, and its opening hours by its own clock.
class BusinessTest {
  private final RunningService service = RunningService.shared();
  private final Owner owner = Owner.signUp(service, "Ace Garage Doors");

  @Test
  void aNewBusinessIsOpenInOfficeHours() {
    var business = owner.api().get("/api/v1/business").body();

    assertThat(business.path("name").asText()).isEqualTo("Ace Garage Doors");
    assertThat(business.path("industry").asText()).isEqualTo("home_services");
    assertThat(business.path("time_zone").asText()).isEqualTo("America/New_York");
    assertThat(business.at("/hours/monday").toString())
        .isEqualTo("[{\"opens\":\"09:00\",\"closes\":\"17:00\"}]");
    assertThat(business.at("/hours/sunday").toString()).isEqualTo("[]");
  }

  @Test
  void aChangeLeavesWhatItDoesNotNameAsItWas() {
    var changed =
        owner
            .api()
            .patch(
                "/api/v1/business",
                """
                {'about': 'We mend garage doors.',
                 'hours': {'saturday': [{'opens': '08:00', 'closes': '12:00'},
                                        {'opens': '13:00', 'closes': '00:00'}]}}\
                """);

    assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    var business = owner.api().get("/api/v1/business").body();
    assertThat(business.path("about").asText()).isEqualTo("We mend garage doors.");
    assertThat(business.at("/hours/saturday")).hasSize(2);
    assertThat(business.at("/hours/monday")).hasSize(1);
    assertThat(business.path("name").asText()).isEqualTo("Ace Garage Doors");
  }

  @Test
  void hoursAreMadeOfTheirJsonAgainOnlyOnceTheyHaveChanged() {
    Hours before = stored().hours();
    assertThat(stored().hours()).isSameAs(before);

    owner.api().patch("/api/v1/business", "{'hours': {'monday': []}}");

    assertThat(stored().hours().monday()).isEmpty();
  }

  private Business stored() {
    return service
        .bean(Tenancy.class)
        .run(owner.tenant(), () -> service.bean(Businesses.class).of(owner.tenant()));
  }

  @Test
  void anEditOfAnOldVersionIsRefused() {
    String read = owner.api().get("/api/v1/business").header("etag");
    var first =
        owner.api().send("PATCH", "/api/v1/business", "{'name': 'One'}", Map.of("If-Match", read));
    var second =
        owner.api().send("PATCH", "/api/v1/business", "{'name': 'Two'}", Map.of("If-Match", read));

    assertThat(first.status()).isEqualTo(200);
    assertThat(second.status()).isEqualTo(412);
    assertThat(owner.api().get("/api/v1/business").body().path("name").asText()).isEqualTo("One");
  }

  @Test
  void eachOwnerSeesTheirOwnBusiness() {
    Owner other = Owner.signUp(service, "Best Plumbing");

    assertThat(other.api().get("/api/v1/business").body().path("name").asText())
        .isEqualTo("Best Plumbing");
    assertThat(owner.api().get("/api/v1/business").body().path("name").asText())
        .isEqualTo("Ace Garage Doors");
  }

  @Test
  void openIsWhatTheBusinesssOwnClockSays() {
    var holiday = new Holiday(LocalDate.of(2026, 11, 26), "Thanksgiving", List.of());
    var business =
        new Business(
            UUID.randomUUID(),
            TenantId.create(),
            "Ace",
            Industry.SALON,
            null,
            ZoneId.of("America/New_York"),
            Hours.officeHours(),
            List.of(holiday),
            RecordingConsent.OFF,
            null,
            30,
            StaffFirst.NEVER,
            0,
            Instant.EPOCH,
            Instant.EPOCH);

    assertThat(business.isOpenAt(Instant.parse("2026-11-24T14:00:00Z"))).as("9:00").isTrue();
    assertThat(business.isOpenAt(Instant.parse("2026-11-24T13:59:00Z"))).as("8:59").isFalse();
    assertThat(business.isOpenAt(Instant.parse("2026-11-24T22:00:00Z"))).as("17:00").isFalse();
    assertThat(business.isOpenAt(Instant.parse("2026-11-22T15:00:00Z"))).as("Sunday").isFalse();
    assertThat(business.isOpenAt(Instant.parse("2026-11-26T15:00:00Z"))).as("holiday").isFalse();
  }
}
