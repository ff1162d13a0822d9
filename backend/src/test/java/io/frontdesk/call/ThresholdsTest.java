package io.frontdesk.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.access.Allowance;
import io.frontdesk.access.Allowance.Money;
import io.frontdesk.access.Plan;
import io.frontdesk.access.TenantStandings;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import io.frontdesk.testing.TestDatabase;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Who uses much of a limit is told so, once.
class ThresholdsTest {
  private static final String MODEL = "gpt-realtime-2.1";

  /// A dollar's worth.
  private static final ModelTokens DOLLAR = new ModelTokens(250_000, 0, 0, 0, 0, 0, 0);

  private final RunningService service = RunningService.shared();
  private final Owner owner = Owner.signUp(service, "Ace");
  private final CallLog log = service.bean(CallLog.class);
  private final PracticeCalls calls = new PracticeCalls(service, owner.tenant());

  @Test
  void mostOfTheDaysMoneyIsToldWhileTheCallGoesOnAndAllOfItLater() {
    agree(new Allowance(null, null, null, dollars(5)));
    UUID call = calls.answered();

    spend(call, 3);
    assertThat(told()).isEmpty();
    spend(call, 1);
    assertThat(told()).containsExactly("spend_per_day 80");
    spend(call, 2);
    spend(call, 2);
    close(call, 60);

    assertThat(told()).containsExactly("spend_per_day 80", "spend_per_day 100");
    assertThat(data().getLast().path("used").path("amount_micros").asLong()).isEqualTo(6_000_000);
    assertThat(data().getLast().path("limit"))
        .isEqualTo(json("{'amount_micros':5000000,'currency':'USD'}"));
  }

  @Test
  void theMonthsMinutesAreToldOfACallThatGoesOnToo() {
    agree(new Allowance(null, null, 10L, null));
    close(calls.answered(), 7 * 60 + 59);
    assertThat(told()).isEmpty();

    close(calls.answered(), 2);

    assertThat(told()).containsExactly("minutes_per_month 80");
    JsonNode told = data().getFirst();
    assertThat(told.path("used").asInt()).isEqualTo(8);
    assertThat(told.path("limit").asInt()).isEqualTo(10);
    assertThat(LocalDate.parse(told.path("since").asText()).getDayOfMonth()).isEqualTo(1);
    close(calls.answered(), 3600);
    assertThat(told()).containsExactly("minutes_per_month 80", "minutes_per_month 100");
  }

  @Test
  void whoeverIsTurnedAwayForALimitThatWasLoweredTellsOfIt() {
    close(calls.answered(), 300);
    assertThat(told()).isEmpty();
    agree(new Allowance(null, null, 2L, null));

    Answered call =
        service.bean(Admission.class).answer(owner.tenant(), calls.newCall("+14155550123"));

    assertThat(call.refused()).isEqualTo(Refusal.MINUTES_PER_MONTH);
    assertThat(told()).containsExactly("minutes_per_month 80", "minutes_per_month 100");
  }

  @Test
  void noLimitIsNoThreshold() {
    agree(Allowance.NONE);
    UUID call = calls.answered();
    spend(call, 1000);
    close(call, 1_000_000);

    assertThat(told()).isEmpty();
  }

  @Test
  void aRaisedLimitIsNotToldASecondTimeInTheSameMonth() {
    agree(new Allowance(null, null, 10L, null));
    close(calls.answered(), 8 * 60);
    agree(new Allowance(null, null, 100L, null));
    close(calls.answered(), 80 * 60);

    assertThat(told()).containsExactly("minutes_per_month 80");
  }

  @Test
  void ofManyWhoReachItTogetherOneTellsItAndNoneMissesIt() throws Exception {
    int many = 10;
    agree(new Allowance(null, null, null, dollars(many)));
    List<UUID> open = IntStream.range(0, many).mapToObj(_ -> calls.answered()).toList();
    var start = new CyclicBarrier(many);

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Boolean> done :
          threads.invokeAll(
              open.stream()
                  .<Callable<Boolean>>map(
                      call ->
                          () -> {
                            start.await();
                            spend(call, 1);
                            return true;
                          })
                  .toList())) {
        done.get();
      }
    }

    assertThat(told()).containsExactly("spend_per_day 80", "spend_per_day 100");
  }

  @Test
  void anotherBusinessUsesNothingOfIt() {
    agree(new Allowance(null, null, 1L, null));
    Owner other = Owner.signUp(service, "Best");
    var theirs = new PracticeCalls(service, other.tenant());
    log.close(
        other.tenant(),
        theirs.answered(),
        CallState.COMPLETED,
        Instant.now().plusSeconds(900),
        null);

    assertThat(told()).isEmpty();
  }

  @Test
  void aMonthBeginsByTheBusinesssOwnClock() {
    agree(new Allowance(null, null, 1L, null));
    owner.api().patch("/api/v1/business", "{'time_zone': 'Pacific/Kiritimati'}");
    close(calls.answered(), 60);

    assertThat(data().getFirst().path("since").asText())
        .isEqualTo(LocalDate.now(ZoneId.of("Pacific/Kiritimati")).withDayOfMonth(1).toString());
  }

  private void spend(UUID call, int dollars) {
    var tokens = ModelTokens.NONE;
    for (int i = 0; i < dollars; i++) {
      tokens = tokens.plus(DOLLAR);
    }
    log.used(
        owner.tenant(),
        call,
        List.of(new Usage(UUID.randomUUID(), Usage.Kind.SPEECH, MODEL, tokens)));
  }

  private void close(UUID call, int seconds) {
    Instant answered =
        Objects.requireNonNull(log.find(owner.tenant(), call).orElseThrow().answeredAt());
    log.close(owner.tenant(), call, CallState.COMPLETED, answered.plusSeconds(seconds), null);
  }

  private static Money dollars(long amount) {
    return new Money(amount * 1_000_000, "USD");
  }

  private void agree(Allowance limits) {
    var standings = service.bean(TenantStandings.class);
    service
        .bean(Tenancy.class)
        .run(owner.tenant(), () -> standings.agree(owner.tenant(), Plan.UNLIMITED, limits));
  }

  private List<String> told() {
    return data().stream()
        .map(told -> told.path("measure").asText() + " " + told.path("percent").asText())
        .toList();
  }

  /// What was told, in order.
  private List<JsonNode> data() {
    try (var connection = TestDatabase.logins().owner().connect();
        var statement =
            connection.prepareStatement(
                """
                select data from tenant.event where tenant_id = ? and type = 'usage.threshold'
                  order by id\
                """)) {
      statement.setObject(1, owner.tenant().value());
      var found = new ArrayList<JsonNode>();
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(json(rows.getString(1)));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text.replace('\'', '"'));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
