package io.frontdesk.phonenumber;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.testing.Api.Answer;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import io.frontdesk.testing.TwilioByHand;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Finding, buying, importing and giving back numbers over the API, as Twilio sees it too.
class NumberMarketTest {
  private static final String NUMBERS = "/api/v1/phone-numbers";
  private static final String AVAILABLE = NUMBERS + "/available";

  private final RunningService service = RunningService.shared();
  private final Owner owner = Owner.signUp(service, "Ace");
  private final TwilioByHand twilio = new TwilioByHand(service, owner);

  @Test
  void numbersAreFoundByAreaPatternAndKind() {
    // Nobody's practice number is in Canada: the tests before this one have left all of them.
    var toronto = owner.api().get(AVAILABLE + "?country=CA&area_code=416&limit=5");

    assertThat(toronto.status()).as(toronto.text()).isEqualTo(200);
    assertThat(toronto.body().path("data")).hasSize(5);
    assertThat(toronto.body().path("next_cursor").isNull()).isTrue();
    var first = toronto.body().at("/data/0");
    assertThat(first.path("number").asText()).startsWith("+1416");
    assertThat(first.path("locality").asText()).isEqualTo("Toronto");
    assertThat(first.path("region").asText()).isEqualTo("ON");
    assertThat(first.path("country").asText()).isEqualTo("CA");
    assertThat(first.path("type").asText()).isEqualTo("local");
    assertThat(first.path("voice").asBoolean()).isTrue();
    assertThat(first.path("address_required").asBoolean()).isFalse();
    assertThat(found("?contains=*77").findValuesAsText("number"))
        .isNotEmpty()
        .allSatisfy(number -> assertThat(number).matches(".*\\d77.*"));
    assertThat(found("?type=toll_free").findValuesAsText("number"))
        .isNotEmpty()
        .allSatisfy(number -> assertThat(number).matches("\\+18(00|88|77)55501\\d\\d"));
    assertThat(found("?country=GB&type=mobile").findValuesAsText("number"))
        .isNotEmpty()
        .allSatisfy(number -> assertThat(number).startsWith("+447700900"));
    assertThat(found("?area_code=911")).isEmpty();
  }

  @Test
  void aSearchThatCannotBeIsPointedAt() {
    assertThat(pointer(owner.api().get(AVAILABLE + "?country=usa"))).endsWith("country");
    assertThat(pointer(owner.api().get(AVAILABLE + "?country=XX"))).isEqualTo("/country");
    assertThat(pointer(owner.api().get(AVAILABLE + "?area_code=12"))).endsWith("area_code");
    assertThat(pointer(owner.api().get(AVAILABLE + "?country=GB&area_code=415")))
        .isEqualTo("/area_code");
    assertThat(pointer(owner.api().get(AVAILABLE + "?contains=a%20b"))).endsWith("contains");
    assertThat(owner.api().get(AVAILABLE + "?type=fax").status()).isBetween(400, 422);
    assertThat(service.api().get(AVAILABLE).status()).isEqualTo(401);
  }

  @Test
  void aBoughtNumberIsOursAndItsCallsComeHere() {
    String receptionist = owner.api().get("/api/v1/receptionists").body().at("/data/0/id").asText();
    String number = forSale();

    var bought =
        owner
            .api()
            .post(
                NUMBERS,
                "{'number': '%s', 'label': 'Van', 'receptionist_id': '%s'}"
                    .formatted(number, receptionist));

    assertThat(bought.status()).as(bought.text()).isEqualTo(201);
    assertThat(bought.header("etag")).isNotEmpty();
    var row = bought.body();
    assertThat(row.path("number").asText()).isEqualTo(number);
    assertThat(row.path("label").asText()).isEqualTo("Van");
    assertThat(row.path("receptionist_id").asText()).isEqualTo(receptionist);
    assertThat(row.path("source").asText()).as("practice").isEqualTo("sandbox");
    assertThat(row.path("state").asText()).isEqualTo("active");
    assertThat(row.at("/webhooks/state").asText()).isEqualTo("ok");
    assertThat(row.at("/webhooks/checked_at").asText()).isNotEmpty();
    assertThat(row.at("/webhooks/detail").isNull()).isTrue();
    assertThat(owner.api().get(NUMBERS + "/" + row.path("id").asText()).body()).isEqualTo(row);
    assertThat(twilio.find(number).path("voice_url").asText()).contains("/api/v1/voice/incoming");
    assertThat(found("?limit=30").findValuesAsText("number")).doesNotContain(number);
  }

  @Test
  void whatCannotBeBoughtIsPointedAtAndNothingIsKept() {
    assertThat(pointer(buy("+14155551234"))).isEqualTo("/number");
    assertThat(pointer(buy("12"))).isEqualTo("/number");
    assertThat(pointer(owner.api().post(NUMBERS, "{}"))).isEqualTo("/number");
    String number = forSale();
    var stranger =
        owner
            .api()
            .post(
                NUMBERS,
                "{'number': '%s', 'receptionist_id': '%s'}".formatted(number, UUID.randomUUID()));
    assertThat(pointer(stranger)).isEqualTo("/receptionist_id");
    assertThat(twilio.find(number).isMissingNode()).as("not bought").isTrue();
    assertThat(owner.api().get(NUMBERS).body().path("data")).hasSize(1);

    assertThat(buy(number).status()).isEqualTo(201);
    var again = buy(number);
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.body().path("type").asText()).isEqualTo("/problems/number_already_here");
    assertThat(pointer(post(Owner.signUp(service, "Best"), NUMBERS, number))).isEqualTo("/number");
  }

  @Test
  void aNumberThatTheAccountHasAlreadyIsImported() {
    String number = forSale();
    twilio.rent(number);
    twilio.change(number, Map.of("VoiceUrl", "https://old.example.com/answer"));
    var importable = owner.api().get(NUMBERS + "/importable").body().path("data");
    assertThat(importable).hasSize(1);
    assertThat(importable.at("/0/number").asText()).isEqualTo(number);
    assertThat(importable.at("/0/astray").asText()).contains("https://old.example.com/answer");

    var imported = post(owner, NUMBERS + "/import", number);

    assertThat(imported.status()).as(imported.text()).isEqualTo(201);
    assertThat(imported.body().path("source").asText()).isEqualTo("imported");
    assertThat(imported.body().at("/webhooks/state").asText()).isEqualTo("ok");
    assertThat(twilio.find(number).path("voice_url").asText()).contains("/api/v1/voice/incoming");
    assertThat(owner.api().get(NUMBERS + "/importable").body().path("data")).isEmpty();
    assertThat(post(owner, NUMBERS + "/import", number).status()).isEqualTo(409);
    assertThat(pointer(post(owner, NUMBERS + "/import", forSale()))).isEqualTo("/number");
  }

  @Test
  void whatWasChangedAtTwilioIsSeenAndMended() {
    var row = buy(forSale()).body();
    String number = row.path("number").asText();
    String verify = NUMBERS + "/" + row.path("id").asText() + "/verify";
    for (var change :
        List.of(
            Map.of("VoiceUrl", "https://other.example.com/hello"),
            Map.of("VoiceUrl", ""),
            Map.of("VoiceApplicationSid", "AP00000000000000000000000000000001"),
            Map.of("VoiceFallbackUrl", ""),
            Map.of("StatusCallback", ""))) {
      twilio.change(number, change);

      var mended = owner.api().post(verify, "");

      assertThat(mended.status()).as(mended.text()).isEqualTo(200);
      assertThat(mended.body().at("/webhooks/state").asText()).isEqualTo("ok");
      assertThat(mended.body().at("/webhooks/detail").asText()).endsWith("That was mended.");
      assertThat(twilio.find(number).path("voice_application_sid").isNull()).isTrue();
      var again = owner.api().post(verify, "").body();
      assertThat(again.at("/webhooks/detail").isNull()).as(again.toString()).isTrue();
    }
  }

  @Test
  void whoeverPointsANumberElsewhereIsToldAndNotOverruled() {
    String bought = buy(forSale()).body().path("number").asText();
    String gone = buy(forSale()).body().path("number").asText();
    twilio.change(bought, Map.of("VoiceUrl", "https://other.example.com/hello"));
    twilio.release(gone);

    service.bean(NumberCheck.class).look(owner.tenant());

    var seen = new HashMap<String, String>();
    owner
        .api()
        .get(NUMBERS)
        .body()
        .path("data")
        .forEach(
            row ->
                seen.put(
                    row.path("number").asText(),
                    row.at("/webhooks/state").asText() + row.at("/webhooks/detail").asText()));
    assertThat(seen)
        .hasSize(3)
        .containsEntry(bought, "wrongIts calls go to https://other.example.com/hello.")
        .containsEntry(gone, "wrongIt is not in your account at Twilio any more.")
        .containsValue("oknull");
    assertThat(twilio.find(bought).path("voice_url").asText()).contains("other.example.com");
  }

  @Test
  void theWatchLooksAtEverybodysNumbers() {
    String number = buy(forSale()).body().path("number").asText();
    twilio.change(number, Map.of("VoiceUrl", ""));

    service.bean(NumberWatch.class).look();

    var row = owner.api().get(NUMBERS).body().at("/data/0/webhooks");
    assertThat(row.path("detail").asText()).isEqualTo("Nobody answers its calls.");
  }

  @Test
  void aNumberThatIsGoneFromTwilioIsSeen() {
    var row = buy(forSale()).body();
    String path = NUMBERS + "/" + row.path("id").asText();
    twilio.release(row.path("number").asText());

    assertThat(owner.api().post(path + "/verify", "").body().at("/webhooks/state").asText())
        .isEqualTo("wrong");
    assertThat(owner.api().get(path).body().at("/webhooks/detail").asText())
        .isEqualTo("It is not in your account at Twilio any more.");
    assertThat(owner.api().delete(path).status()).as("gone is gone").isEqualTo(204);
    assertThat(owner.api().get(path).status()).isEqualTo(404);
  }

  @Test
  void aReleasedNumberIsForSaleAgain() {
    String number = forSale();
    String path = NUMBERS + "/" + buy(number).body().path("id").asText();
    var best = Owner.signUp(service, "Best");
    assertThat(best.api().delete(path).status()).isEqualTo(404);
    assertThat(best.api().post(path + "/verify", "").status()).isEqualTo(404);

    assertThat(owner.api().delete(path).status()).isEqualTo(204);

    assertThat(owner.api().delete(path).status()).isEqualTo(404);
    assertThat(twilio.find(number).isMissingNode()).isTrue();
    assertThat(post(best, NUMBERS, number).status()).isEqualTo(201);
  }

  @Test
  void anImportedNumberStaysInItsAccount() {
    String number = forSale();
    twilio.rent(number);
    String id = post(owner, NUMBERS + "/import", number).body().path("id").asText();

    assertThat(owner.api().delete(NUMBERS + "/" + id).status()).isEqualTo(204);

    assertThat(twilio.find(number).path("voice_url").isNull()).as("rings nowhere here").isTrue();
    assertThat(post(owner, NUMBERS + "/import", number).status()).isEqualTo(201);
  }

  /// A number that nobody has, of an area that no other test uses.
  private String forSale() {
    return found("?area_code=907").at("/0/number").asText();
  }

  private JsonNode found(String query) {
    var answer = owner.api().get(AVAILABLE + query);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.body().path("data");
  }

  private Answer buy(String number) {
    return post(owner, NUMBERS, number);
  }

  private static Answer post(Owner owner, String path, String number) {
    return owner.api().post(path, "{'number': '%s'}".formatted(number));
  }

  private static String pointer(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isBetween(400, 422);
    return answer.body().at("/errors/0/pointer").asText();
  }
}
