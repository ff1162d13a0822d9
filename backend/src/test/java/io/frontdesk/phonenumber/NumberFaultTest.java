package io.frontdesk.phonenumber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.tenancy.E164;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.testing.Api.Answer;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import io.frontdesk.twilio.NumberApi;
import io.micronaut.data.exceptions.DataAccessException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Numbers when Twilio refuses, is silent, or is asked by many at once.
class NumberFaultTest {
  private static final String NUMBERS = "/api/v1/phone-numbers";

  @TempDir static Path data;
  private static FaultyTwilio twilio;
  private static RunningService service;

  private final Owner owner;
  private final Tenancy tenancy;
  private final PhoneNumbers numbers;

  NumberFaultTest() {
    owner = Owner.signUp(service, "Ace");
    tenancy = service.bean(Tenancy.class);
    numbers = service.bean(PhoneNumbers.class);
    assertThat(list()).as("the practice number, waited for").hasSize(1);
  }

  @BeforeAll
  static void start() {
    twilio = new FaultyTwilio(data);
    service = RunningService.start(twilio.properties());
  }

  @AfterAll
  static void stop() {
    service.close();
    twilio.close();
  }

  @Test
  void whatTwilioRefusesIsSaidWithWhatToDo() {
    assertThat(refused(400, 21422).body().at("/errors/0/detail").asText())
        .contains("not for sale any more");
    for (int aboutTheNumber : new int[] {21421, 21422, 21615, 21631, 21649}) {
      var answer = refused(400, aboutTheNumber);
      assertThat(answer.status()).isEqualTo(422);
      assertThat(answer.body().at("/errors/0/pointer").asText()).isEqualTo("/number");
    }
    for (int trial : new int[] {10002, 21404}) {
      var answer = refused(403, trial);
      assertThat(answer.status()).isEqualTo(409);
      assertThat(answer.body().path("type").asText()).isEqualTo("/problems/twilio_trial");
      assertThat(answer.body().path("detail").asText()).contains("Upgrade it");
    }
    assertThat(refused(401, 20003).body().path("type").asText())
        .isEqualTo("/problems/twilio_token_refused");
    assertThat(refused(400, 21999).body().path("detail").asText())
        .isEqualTo("Twilio refused, with error 21999: No.");
    assertThat(list()).as("nothing is left of them").hasSize(1);
  }

  @Test
  void aServerErrorLeavesItOpenUntilTwilioTells() {
    twilio.refuse("POST", 500, 20500);

    var answer = buy(forSale());

    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    assertThat(answer.body().path("state").asText()).isEqualTo("buying");
    String path = NUMBERS + "/" + answer.body().path("id").asText();
    assertThat(owner.api().delete(path).status()).as("not ours to give back yet").isEqualTo(409);
    assertThat(buy(answer.body().path("number").asText()).status()).isEqualTo(409);
    settle(answer.body());
    assertThat(owner.api().get(path).status()).as("it was not bought").isEqualTo(404);
    assertThat(buy(answer.body().path("number").asText()).status()).isEqualTo(201);
  }

  @Test
  void aNumberBoughtWithoutAnAnswerIsOurs() {
    twilio.next(
        "POST",
        request -> {
          request.pass();
          return null;
        });

    var answer = buy(forSale());

    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    settle(answer.body());
    settle(answer.body());
    var row = owner.api().get(NUMBERS + "/" + answer.body().path("id").asText()).body();
    assertThat(row.path("state").asText()).isEqualTo("active");
    assertThat(row.at("/webhooks/state").asText()).isEqualTo("ok");
  }

  @Test
  void aReleaseThatTwilioDoesNotHearIsDoneLater() {
    var row = buy(forSale()).body();
    UUID id = id(row);
    twilio.refuse("DELETE", 503, 20503);

    assertThat(owner.api().delete(NUMBERS + "/" + id).status()).isEqualTo(202);
    assertThat(owner.api().get(NUMBERS + "/" + id).body().path("state").asText())
        .isEqualTo("releasing");

    service.bean(NumberRelease.class).run(owner.tenant(), id);
    service.bean(NumberRelease.class).run(owner.tenant(), id);
    assertThat(owner.api().get(NUMBERS + "/" + id).status()).isEqualTo(404);
    assertThat(rented()).doesNotContain(row.path("number").asText());
  }

  @Test
  void aReleaseThatTwilioRefusesChangesNothing() {
    UUID id = id(buy(forSale()).body());
    twilio.refuse("DELETE", 401, 20003);

    var answer = owner.api().delete(NUMBERS + "/" + id);

    assertThat(answer.status()).as(answer.text()).isEqualTo(409);
    assertThat(owner.api().get(NUMBERS + "/" + id).body().path("state").asText())
        .isEqualTo("active");
  }

  @Test
  void aCheckThatTwilioDoesNotAnswerSaysSo() {
    String path = NUMBERS + "/" + list().at("/0/id").asText();
    twilio.cut("GET");

    var seen = owner.api().post(path + "/verify", "").body().path("webhooks");

    assertThat(seen.path("state").asText()).isEqualTo("unknown");
    assertThat(seen.path("detail").asText()).isEqualTo("Twilio did not answer.");
    twilio.mend();
    assertThat(owner.api().post(path + "/verify", "").body().at("/webhooks/state").asText())
        .isEqualTo("ok");
  }

  @Test
  void ofManyWhoBuyOneNumberAtOnceOneGetsIt() throws Exception {
    var best = Owner.signUp(service, "Best");
    String number = forSale();
    String wish = "{'number': '%s'}".formatted(number);
    List<Callable<Answer>> buyers =
        Stream.of(owner, best, owner, best, owner, best)
            .<Callable<Answer>>map(buyer -> () -> buyer.api().post(NUMBERS, wish))
            .toList();

    List<Integer> statuses;
    try (var together = Executors.newVirtualThreadPerTaskExecutor()) {
      statuses =
          together.invokeAll(buyers).stream()
              .map(Future::resultNow)
              .map(Answer::status)
              .sorted()
              .toList();
    }

    assertThat(statuses).first().isEqualTo(201);
    assertThat(statuses.subList(1, 6)).isSubsetOf(409, 422);
    assertThat(Stream.of(owner, best).filter(who -> who.api().get(NUMBERS).text().contains(number)))
        .hasSize(1);
  }

  @Test
  void theDatabaseLetsNoTwoTenantsHaveOneNumber() {
    var best = Owner.signUp(service, "Best");
    var theirs = new E164(best.api().get(NUMBERS).body().at("/data/0/number").asText());

    assertThatThrownBy(() -> save(owner.tenant(), theirs))
        .as("a row about another tenant's number")
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("foreign key");
    assertThatThrownBy(
            () -> {
              int claimed =
                  tenancy.run(owner.tenant(), () -> numbers.claim(theirs, owner.tenant().value()));
              assertThat(claimed).isZero();
              save(owner.tenant(), theirs);
            })
        .isInstanceOf(DataAccessException.class);
  }

  private void save(TenantId tenant, E164 number) {
    tenancy.run(
        tenant,
        () ->
            numbers.save(
                PhoneNumber.wanted(
                    tenant,
                    number,
                    PhoneNumber.Use.ANY,
                    Source.BOUGHT,
                    Clock.systemUTC().instant())));
  }

  private Answer refused(int status, int code) {
    twilio.refuse("POST", status, code);
    return buy(forSale());
  }

  private void settle(JsonNode number) {
    service.bean(NumberPurchase.class).run(owner.tenant(), id(number));
  }

  private List<String> rented() {
    return service.bean(NumberApi.class).rented(owner.tenant()).stream()
        .map(rented -> rented.number().value())
        .toList();
  }

  private String forSale() {
    return owner
        .api()
        .get(NUMBERS + "/available?area_code=303")
        .body()
        .at("/data/0/number")
        .asText();
  }

  private Answer buy(String number) {
    return owner.api().post(NUMBERS, "{'number': '%s'}".formatted(number));
  }

  private JsonNode list() {
    return owner.api().get(NUMBERS).body().path("data");
  }

  private static UUID id(JsonNode row) {
    return UUID.fromString(row.path("id").asText());
  }
}
