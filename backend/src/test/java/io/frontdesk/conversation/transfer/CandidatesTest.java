package io.frontdesk.conversation.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.business.Business;
import io.frontdesk.business.Industry;
import io.frontdesk.call.Urgency;
import io.frontdesk.receptionist.TransferTarget;
import io.frontdesk.receptionist.TransferTarget.Mode;
import io.frontdesk.receptionist.TransferTarget.Reachable;
import io.frontdesk.tenancy.E164;
import io.frontdesk.tenancy.TenantId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CandidatesTest {
  private static final Instant TUESDAY_NOON = Instant.parse("2026-11-24T17:00:00Z");
  private static final Instant SUNDAY = Instant.parse("2026-11-22T17:00:00Z");
  private static final Business BUSINESS =
      Business.start(
          new TenantId(UUID.randomUUID()),
          "Acme",
          Industry.SALON,
          ZoneId.of("America/New_York"),
          TUESDAY_NOON);

  private static final TransferTarget SAM = target("Sam", "+12125550120", null, false);
  private static final TransferTarget MARIA =
      target("Maria Lopez", "+12125550121", "bills and prices", false);
  private static final TransferTarget JO = target("Jo", "+12125550122", "gas leaks", true);
  private static final List<TransferTarget> ALL = List.of(SAM, MARIA, JO);

  @Test
  void asTheyAreListedWhereNothingElseIsSaid() {
    assertThat(at(TUESDAY_NOON).of(wish(null, "It is about my door.", Urgency.NORMAL)))
        .containsExactly(SAM, MARIA);
  }

  @Test
  void whoeverWasAskedForByNameIsFirst() {
    var wish = wish("Could I have maria, please", "A question.", Urgency.NORMAL);

    assertThat(at(TUESDAY_NOON).of(wish)).containsExactly(MARIA, SAM);
    assertThat(at(TUESDAY_NOON).named(wish)).contains(MARIA);
  }

  @Test
  void whoeverKnowsAboutItIsFirst() {
    assertThat(at(TUESDAY_NOON).of(wish(null, "There is a mistake in my bills.", Urgency.LOW)))
        .containsExactly(MARIA, SAM);
  }

  @Test
  void whatCannotWaitGoesToThoseWhoAreThereForIt() {
    assertThat(at(TUESDAY_NOON).of(wish(null, "Water everywhere!", Urgency.EMERGENCY)))
        .containsExactly(JO, SAM, MARIA);
  }

  @Test
  void nobodyIsRungOutOfHours() {
    assertThat(at(SUNDAY).of(wish(null, "A question.", Urgency.NORMAL))).isEmpty();
    assertThat(at(SUNDAY).of(wish(null, "Gas!", Urgency.HIGH))).containsExactly(JO);
    assertThat(at(SUNDAY).named(wish("Sam", "A question.", Urgency.NORMAL))).contains(SAM);
  }

  @Test
  void aNumberThatHasBecomeTheBusinesssOwnIsNotRung() {
    var candidates = new Candidates(ALL, Set.of(SAM.number()), BUSINESS, TUESDAY_NOON);

    assertThat(candidates.of(wish(null, "A question.", Urgency.NORMAL))).containsExactly(MARIA);
  }

  private static Candidates at(Instant now) {
    return new Candidates(ALL, Set.of(), BUSINESS, now);
  }

  private static Transfer.Wish wish(@Nullable String to, String reason, Urgency urgency) {
    return new Transfer.Wish(to, reason, null, urgency);
  }

  private static TransferTarget target(
      String name, String number, @Nullable String expertise, boolean urgentOnly) {
    return new TransferTarget(
        name,
        new E164(number),
        expertise,
        urgentOnly ? Reachable.ALWAYS : Reachable.OPENING_HOURS,
        null,
        urgentOnly,
        Mode.WARM,
        20);
  }
}
