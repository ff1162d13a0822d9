package io.frontdesk.sandbox.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.Account;
import com.twilio.rest.api.v2010.account.Balance;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.availablephonenumbercountry.Local;
import com.twilio.rest.api.v2010.account.availablephonenumbercountry.Mobile;
import com.twilio.rest.api.v2010.account.availablephonenumbercountry.TollFree;
import com.twilio.type.PhoneNumber;
import io.frontdesk.sandbox.audio.Voice;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The REST API as Twilio's own client sees it.
class RestTest {
  private static final PhoneNumber NUMBER = new PhoneNumber("+14155550100");
  private static final URI VOICE_URL = URI.create("https://voice.example.com/voice?v=1#rc=2");

  private static final Voice VOICE = new Voice();

  @TempDir Path data;
  private TwilioStandIn standIn;
  private TwilioRestClient master;

  @BeforeEach
  void start() {
    standIn = TwilioStandIn.start(TwilioStandIn.Settings.usual(0, data, null, VOICE));
    master = TwilioSdk.master(standIn);
  }

  @AfterEach
  void stop() {
    standIn.close();
  }

  @Test
  void theMasterMakesSubaccountsAndActsOnThem() {
    var sub = Account.creator().setFriendlyName("Acme Plumbing").create(master);

    assertThat(sub.getSid()).matches("AC[0-9a-f]{32}");
    assertThat(sub.getAuthToken()).matches("[0-9a-f]{32}");
    assertThat(sub.getOwnerAccountSid()).isEqualTo(standIn.accountSid());
    assertThat(sub.getStatus()).isEqualTo(Account.Status.ACTIVE);
    assertThat(sub.getType()).isEqualTo(Account.Type.FULL);
    assertThat(sub.getDateCreated()).isNotNull();
    assertThat(Account.fetcher(sub.getSid()).fetch(as(sub)).getFriendlyName())
        .isEqualTo("Acme Plumbing");
    assertThat(Account.reader().read(master))
        .extracting(Account::getSid)
        .containsExactly(sub.getSid(), standIn.accountSid());
  }

  @Test
  void aSubaccountSeesOnlyItselfAndMakesNoAccounts() {
    var one = as(subaccount());
    var other = subaccount();

    refuses(20404, () -> Account.fetcher(other.getSid()).fetch(one));
    refuses(20003, () -> Account.creator().create(one));
    refuses(
        20003,
        () -> Account.updater(one.getAccountSid()).setStatus(Account.Status.CLOSED).update(one));
    assertThat(Account.reader().read(one)).hasSize(1);
  }

  @Test
  void wrongAndMissingCredentialsAreRefused() {
    var wrong = TwilioSdk.client(standIn.uri(), standIn.accountSid(), "x", standIn.accountSid());
    var unknown = TwilioSdk.client(standIn.uri(), "AC0", "x", standIn.accountSid());

    refuses(20003, () -> Message.reader().read(wrong));
    refuses(20003, () -> Message.reader().read(unknown));
    assertThatThrownBy(() -> Message.reader().read(unknown))
        .hasMessageContaining("invalid username");
  }

  @Test
  void anAccountTellsWhatIsLeftToSpendAndWhetherItIsOnTrial() throws Exception {
    var sub = subaccount();
    assertThat(Balance.fetcher().fetch(as(sub)).getBalance()).isEqualTo("15.50");
    assertThat(Balance.fetcher().fetch(as(sub)).getCurrency()).isEqualTo("USD");

    var control =
        HttpRequest.newBuilder(standIn.uri().resolve("/sandbox/accounts/" + sub.getSid()))
            .header("Authorization", basic(standIn.accountSid(), standIn.authToken()))
            .POST(HttpRequest.BodyPublishers.ofString("{\"balance\": -1.5, \"trial\": true}"))
            .build();
    try (var http = HttpClient.newHttpClient()) {
      assertThat(http.send(control, HttpResponse.BodyHandlers.discarding()).statusCode())
          .isEqualTo(204);
    }

    assertThat(Balance.fetcher().fetch(as(sub)).getBalance()).isEqualTo("-1.5");
    assertThat(Account.fetcher(sub.getSid()).fetch(as(sub)).getType())
        .isEqualTo(Account.Type.TRIAL);
  }

  @Test
  void aSuspendedAccountCanDoNothingUntilItIsActiveAgain() {
    var sub = subaccount();
    Account.updater(sub.getSid()).setStatus(Account.Status.SUSPENDED).update(master);

    refuses(20005, () -> Message.reader().read(as(sub)));
    refuses(20005, () -> buy(on(sub)));

    Account.updater(sub.getSid()).setStatus(Account.Status.ACTIVE).update(master);
    assertThat(buy(on(sub)).getAccountSid()).isEqualTo(sub.getSid());
  }

  @Test
  void aClosedAccountLosesItsNumbersForEver() {
    var sub = subaccount();
    buy(on(sub));
    Account.updater(sub.getSid()).setStatus(Account.Status.CLOSED).update(master);

    assertThat(buy(master).getPhoneNumber()).isEqualTo(NUMBER);
    refuses(
        20006, () -> Account.updater(sub.getSid()).setStatus(Account.Status.ACTIVE).update(master));
  }

  @Test
  void numbersForSaleArePossibleAndFictional() throws NumberParseException {
    var offers = new ArrayList<PhoneNumber>();
    Local.reader("US").read(master).forEach(n -> offers.add(n.getPhoneNumber()));
    Local.reader("GB").read(master).forEach(n -> offers.add(n.getPhoneNumber()));
    Mobile.reader("GB").read(master).forEach(n -> offers.add(n.getPhoneNumber()));
    TollFree.reader("US").read(master).forEach(n -> offers.add(n.getPhoneNumber()));

    assertThat(offers).hasSize(120);
    for (var offer : offers) {
      var parsed = PhoneNumberUtil.getInstance().parse(offer.toString(), null);
      assertThat(PhoneNumberUtil.getInstance().isPossibleNumber(parsed)).isTrue();
    }
  }

  @Test
  void numbersAreSearchedByAreaCodeAndPattern() {
    var austin = Local.reader("US").setAreaCode(512).read(master).iterator().next();
    var ending = Local.reader("US").setContains("*55").read(master).iterator().next();
    var elsewhere = Local.reader("US").setAreaCode(985).read(master).iterator().next();

    assertThat(austin.getPhoneNumber().toString()).isEqualTo("+15125550100");
    assertThat(austin.getLocality()).isEqualTo("Austin");
    assertThat(austin.getRegion()).isEqualTo("TX");
    assertThat(austin.getCapabilities().getVoice()).isTrue();
    assertThat(ending.getPhoneNumber().toString()).contains("55");
    assertThat(elsewhere.getPhoneNumber().toString()).isEqualTo("+19855550100");
    assertThat(Local.reader("US").setAreaCode(911).read(master)).isEmpty();
    refuses(20404, () -> Local.reader("XX").read(master));
    refuses(20001, () -> Local.reader("US").setNearLatLong("1,2").read(master));
  }

  @Test
  void aBoughtNumberKeepsEveryUrlAndLeavesTheMarket() {
    var bought =
        IncomingPhoneNumber.creator(NUMBER)
            .setFriendlyName("Front")
            .setVoiceUrl(VOICE_URL)
            .setVoiceFallbackUrl("https://voice.example.com/fallback")
            .setVoiceFallbackMethod(com.twilio.http.HttpMethod.GET)
            .setStatusCallback("https://voice.example.com/status")
            .setSmsUrl("https://voice.example.com/sms")
            .create(master);

    var fetched = IncomingPhoneNumber.fetcher(bought.getSid()).fetch(master);
    assertThat(fetched.getVoiceUrl()).isEqualTo(VOICE_URL);
    assertThat(fetched.getVoiceMethod()).isEqualTo(com.twilio.http.HttpMethod.POST);
    assertThat(fetched.getVoiceFallbackMethod()).isEqualTo(com.twilio.http.HttpMethod.GET);
    assertThat(fetched.getStatusCallback()).hasPath("/status");
    assertThat(fetched.getSmsUrl()).hasPath("/sms");
    assertThat(fetched.getFriendlyName()).isEqualTo("Front");
    assertThat(Local.reader("US").setAreaCode(415).read(master))
        .extracting(Local::getPhoneNumber)
        .doesNotContain(NUMBER);
  }

  @Test
  void aNumberBelongsToOneAccount() {
    buy(master);

    refuses(21422, () -> buy(on(subaccount())));
    refuses(
        21422, () -> IncomingPhoneNumber.creator(new PhoneNumber("+14155551234")).create(master));
  }

  /// Whoever had it would be rung instead of them, or could not have them rung.
  @Test
  void theNumbersOfSimulatedPeopleAreForNobodyToRent() {
    assertThat(Local.reader("US").setAreaCode(212).setContains("55501").read(master))
        .extracting(local -> local.getPhoneNumber().toString())
        .contains("+12125550119")
        .noneMatch(number -> number.matches("\\+121255501[2-6]\\d"));
    refuses(
        21422, () -> IncomingPhoneNumber.creator(new PhoneNumber("+12125550120")).create(master));
  }

  @Test
  void anAreaCodeBuysAnyNumberInIt() {
    assertThat(IncomingPhoneNumber.creator("617").create(master).getPhoneNumber().toString())
        .isEqualTo("+16175550100");
    assertThat(IncomingPhoneNumber.creator("617").create(master).getPhoneNumber().toString())
        .isEqualTo("+16175550101");
    refuses(21452, () -> IncomingPhoneNumber.creator("911").create(master));
  }

  @Test
  void numbersAreUpdatedMovedListedAndReleased() {
    var sub = subaccount();
    var bought = buy(master);
    IncomingPhoneNumber.updater(bought.getSid()).setVoiceUrl(VOICE_URL).update(master);
    IncomingPhoneNumber.updater(bought.getSid()).setAccountSid(sub.getSid()).update(master);

    assertThat(IncomingPhoneNumber.reader().setPhoneNumber(NUMBER).read(on(sub)))
        .singleElement()
        .satisfies(n -> assertThat(n.getVoiceUrl()).isEqualTo(VOICE_URL));
    refuses(20404, () -> IncomingPhoneNumber.fetcher(bought.getSid()).fetch(master));
    IncomingPhoneNumber.deleter(bought.getSid()).delete(on(sub));
    refuses(20404, () -> IncomingPhoneNumber.fetcher(bought.getSid()).fetch(on(sub)));
  }

  @Test
  void badUrlsAndMethodsOfNumbersAreRefused() {
    refuses(
        21402,
        () -> IncomingPhoneNumber.creator(NUMBER).setVoiceUrl("ftp://example.com").create(master));
    refuses(
        21403,
        () ->
            IncomingPhoneNumber.creator(NUMBER)
                .setVoiceMethod(com.twilio.http.HttpMethod.DELETE)
                .create(master));
  }

  @Test
  void listsArePaged() {
    for (var i = 0; i < 5; i++) {
      IncomingPhoneNumber.creator("312").create(master);
    }

    var numbers = new ArrayList<String>();
    IncomingPhoneNumber.reader()
        .pageSize(2)
        .read(master)
        .forEach(number -> numbers.add(number.getPhoneNumber().toString()));

    assertThat(numbers).hasSize(5).doesNotHaveDuplicates();
    assertThat(IncomingPhoneNumber.reader().limit(3).read(master)).hasSize(3);
  }

  @Test
  void textsAreKeptInTheOutbox() {
    buy(master);

    var sent =
        Message.creator(new PhoneNumber("+12125550123"), NUMBER, "On our way").create(master);

    assertThat(sent.getSid()).matches("SM[0-9a-f]{32}");
    assertThat(sent.getStatus()).isEqualTo(Message.Status.QUEUED);
    await()
        .untilAsserted(
            () ->
                assertThat(Message.fetcher(sent.getSid()).fetch(master).getStatus())
                    .isEqualTo(Message.Status.DELIVERED));
    assertThat(Message.reader().setTo(new PhoneNumber("+12125550123")).read(master))
        .singleElement()
        .satisfies(m -> assertThat(m.getBody()).isEqualTo("On our way"));
  }

  @Test
  void textsThatTwilioRefusesAreRefused() {
    buy(master);
    var to = new PhoneNumber("+12125550123");

    refuses(21606, () -> Message.creator(to, new PhoneNumber("+19998887777"), "hi").create(master));
    refuses(21211, () -> Message.creator(new PhoneNumber("12"), NUMBER, "hi").create(master));
    refuses(21617, () -> Message.creator(to, NUMBER, "x".repeat(1601)).create(master));
    refuses(21602, () -> Message.creator(to, NUMBER, " ").create(master));
    assertThat(Message.reader().read(master)).isEmpty();
  }

  @Test
  void accountsAndNumbersSurviveARestart() {
    var sub = subaccount();
    buy(on(sub));
    var sid = standIn.accountSid();
    var token = standIn.authToken();

    standIn.close();
    start();

    assertThat(standIn.accountSid()).isEqualTo(sid);
    assertThat(standIn.authToken()).isEqualTo(token);
    assertThat(IncomingPhoneNumber.reader().read(as(sub))).hasSize(1);
  }

  @Test
  void aFolderIsUsedByOneStandInAtATime() {
    assertThatThrownBy(
            () -> TwilioStandIn.start(TwilioStandIn.Settings.usual(0, data, null, VOICE)))
        .isInstanceOf(DataTaken.class)
        .hasMessage(
            data + " is used by another running stand-in: stop it or choose another folder.");
  }

  @Test
  void aDamagedFileIsNamed() throws Exception {
    standIn.close();
    var file = data.resolve("accounts").resolve("AC1.json");
    Files.writeString(file, "{");

    assertThatThrownBy(this::start)
        .isInstanceOf(UnreadableData.class)
        .hasMessage(file + " is damaged or not ours: repair it or remove it.");

    Files.delete(file);
    start();
  }

  private static String basic(String user, String password) {
    return "Basic "
        + Base64.getEncoder()
            .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
  }

  private Account subaccount() {
    return Account.creator().setFriendlyName("A business").create(master);
  }

  /// The subaccount's own credentials.
  private TwilioRestClient as(Account account) {
    return TwilioSdk.client(
        standIn.uri(), account.getSid(), account.getAuthToken(), account.getSid());
  }

  /// The master's credentials, acting on the subaccount.
  private TwilioRestClient on(Account account) {
    return TwilioSdk.client(
        standIn.uri(), standIn.accountSid(), standIn.authToken(), account.getSid());
  }

  private static IncomingPhoneNumber buy(TwilioRestClient client) {
    return IncomingPhoneNumber.creator(NUMBER).create(client);
  }

  private static void refuses(int code, ThrowingCallable request) {
    assertThatThrownBy(request)
        .isInstanceOfSatisfying(ApiException.class, e -> assertThat(e.getCode()).isEqualTo(code));
  }
}
