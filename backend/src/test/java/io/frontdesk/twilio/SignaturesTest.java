package io.frontdesk.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.business.Credentials;
import io.frontdesk.secrets.Secrets;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import io.frontdesk.web.RequestException;
import io.frontdesk.web.RequestException.Forbidden;
import io.micronaut.context.BeanProvider;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.runtime.server.EmbeddedServer;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What is believed to come from Twilio. The signatures were made elsewhere, for the token that
/// each account here has.
class SignaturesTest {
  /// For addresses that do not depend on the port.
  static final BeanProvider<EmbeddedServer> UNASKED =
      () -> {
        throw new IllegalStateException("asked for the server");
      };

  private static final String MASTER = "AC00000000000000000000000000000002";
  private static final String TOKEN = "0123456789abcdef0123456789abcdef";
  private static final String BASE = "https://voice.example.com";
  private static final String FIELDS =
      "AccountSid=AC00000000000000000000000000000002&ApiVersion=2010-04-01"
          + "&CallSid=CA00000000000000000000000000000001&CallStatus=ringing&CallerName="
          + "&Direction=inbound&From=%2B14155550100&To=%2B14155550199";
  private static final String PATH = "/twilio/t/acme/voice?v=1";
  private static final String SIGNATURE = "fYwy22Qug34DO9xO45BfGKZw58o=";

  private final RunningService service = RunningService.shared();
  private final TwilioConfiguration configuration = new TwilioConfiguration(MASTER, TOKEN, null);
  private final TwilioAccounts accounts =
      new TwilioAccounts(
          configuration,
          new TwilioHttp(configuration),
          new OfMaster(service.bean(AccountRepository.class)),
          service.bean(SubaccountRepository.class),
          service.bean(Credentials.class),
          service.bean(Secrets.class),
          service.bean(Tenancy.class),
          Clock.systemUTC());
  private final Signatures signatures = signaturesAt(BASE + "/");

  @Test
  void aRightSignatureGivesTheFields() {
    TwilioRequest request = signatures.verify(post(PATH, SIGNATURE), TwilioForm.parse(FIELDS));

    assertThat(request.callSid()).contains("CA00000000000000000000000000000001");
    assertThat(request.from().orElseThrow().value()).isEqualTo("+14155550100");
    assertThat(request.field("CallerName")).as("blank is missing").isEmpty();
    assertThat(request.tenant()).as("the platform's own account").isEmpty();
  }

  @Test
  void whatIsNotRightlySignedIsRefused() {
    for (var wrong :
        List.of(
            post(PATH, null),
            post(PATH, ""),
            post(PATH, "AAAA"),
            post("/twilio/t/acme/voice?v=2", SIGNATURE),
            post("/twilio/t/acme/voice", SIGNATURE))) {
      assertThatThrownBy(() -> signatures.verify(wrong, TwilioForm.parse(FIELDS)))
          .isInstanceOf(Forbidden.class);
    }
    for (String changed :
        List.of(
            FIELDS + "&Extra=1",
            FIELDS.replace("ringing", "busy"),
            FIELDS.replace("&CallerName=", ""),
            FIELDS.replace("000002&Api", "000003&Api"),
            "",
            "%zz=%")) {
      assertThatThrownBy(() -> signatures.verify(post(PATH, SIGNATURE), TwilioForm.parse(changed)))
          .as(changed)
          .isInstanceOf(RequestException.class);
    }
  }

  @Test
  void ofAFieldThatComesTwiceTheSignedValueIsTheOneThatCounts() {
    var signed = FIELDS + "&CallStatus=completed";
    var forged = FIELDS.replace("&CallStatus=ringing", "&CallStatus=completed&CallStatus=ringing");

    assertThat(
            signatures.verify(post(PATH, SIGNATURE), TwilioForm.parse(signed)).field("CallStatus"))
        .contains("ringing");
    assertThatThrownBy(() -> signatures.verify(post(PATH, SIGNATURE), TwilioForm.parse(forged)))
        .isInstanceOf(Forbidden.class);
  }

  @Test
  void thePortMayBeWrittenOrNotButTheHostIsOurs() {
    var form = TwilioForm.parse(FIELDS);

    assertThat(signaturesAt(BASE + ":443").verify(post(PATH, SIGNATURE), form).accountSid())
        .isEqualTo(MASTER);
    assertThatThrownBy(
            () -> signaturesAt("https://other.example.com").verify(post(PATH, SIGNATURE), form))
        .isInstanceOf(Forbidden.class);
  }

  @Test
  void theHostThatTheRequestNamesDoesNotCount() {
    var request = post(PATH, SIGNATURE).header("Host", "evil.example");

    assertThat(signatures.verify(request, TwilioForm.parse(FIELDS)).accountSid()).isEqualTo(MASTER);
  }

  @Test
  void aPracticeCallsClockIsHonouredFromAStandInOnly() {
    var fields = Map.of("SandboxNow", "2026-11-24T21:30");

    assertThat(new TwilioRequest(MASTER, null, fields, true).sandboxNow())
        .hasValueSatisfying(now -> assertThat(now).hasToString("2026-11-24T21:30"));
    assertThat(new TwilioRequest(MASTER, null, fields, false).sandboxNow()).isEmpty();
    assertThat(new TwilioRequest(MASTER, null, Map.of("SandboxNow", "late"), true).sandboxNow())
        .isEmpty();
  }

  @Test
  void aTenantsTokenVerifiesTheRequestsOfItsOwnAccountOnly() {
    var ace = Account.of(Owner.signUp(service, "Ace"));
    var best = Account.of(Owner.signUp(service, "Best"));
    var fields = TwilioForm.parse("AccountSid=%s&CallSid=CA1".formatted(ace.sid));
    var signed = BASE + "/x" + "AccountSid" + ace.sid + "CallSidCA1";

    assertThat(signatures.verify(post("/x", sign(ace.token, signed)), fields).tenant())
        .contains(ace.tenant);
    assertThatThrownBy(() -> signatures.verify(post("/x", sign(best.token, signed)), fields))
        .isInstanceOf(Forbidden.class);
    assertThatThrownBy(() -> signatures.verify(post("/x", sign(TOKEN, signed)), fields))
        .as("the platform's token does not sign for its subaccounts")
        .isInstanceOf(Forbidden.class);
  }

  @Test
  void aStreamsHandshakeIsSignedOverItsAddressWithTheTenantsToken() {
    var path = "/media/acme/tok123";
    var asWritten = "wss://voice.example.com/media/acme/tok123";
    assertThat(sign(TOKEN, asWritten)).as("by hand").isEqualTo("yRhDiACir074MdYUi3bMk10wxKY=");
    var ace = Account.of(Owner.signUp(service, "Ace"));
    var best = Account.of(Owner.signUp(service, "Best"));

    for (String spelling : List.of(asWritten, asWritten + "/", BASE + path, BASE + path + "/")) {
      assertThat(handshake(ace.tenant, sign(ace.token, spelling), path)).as(spelling).isTrue();
    }
    assertThat(handshake(best.tenant, sign(ace.token, asWritten), path)).isFalse();
    assertThat(handshake(ace.tenant, sign(ace.token, asWritten), path + "4")).isFalse();
    assertThat(handshake(ace.tenant, null, path)).isFalse();
  }

  private boolean handshake(TenantId tenant, @Nullable String signature, String path) {
    return signatures
        .signerOfHandshake(tenant, signed(HttpRequest.GET(path), signature), path)
        .isPresent();
  }

  /// The sandbox's accounts as if they had been opened under [#MASTER].
  private record OfMaster(AccountRepository stored) implements AccountRepository {
    @Override
    public List<Row> signers(String accountSid) {
      return stored.signers(accountSid).stream().map(OfMaster::moved).toList();
    }

    @Override
    public List<Row> of(UUID tenant) {
      return stored.of(tenant).stream().map(OfMaster::moved).toList();
    }

    private static Row moved(Row row) {
      String parent = row.parentSid() == null ? null : MASTER;
      return new Row(row.tenantId(), row.accountSid(), parent, row.secret());
    }

    @Override
    public Optional<UUID> ownerOf(String number) {
      return stored.ownerOf(number);
    }

    @Override
    public void add(String accountSid, UUID tenant) {
      stored.add(accountSid, tenant);
    }

    @Override
    public void remove(String accountSid, UUID tenant) {
      stored.remove(accountSid, tenant);
    }
  }

  private record Account(TenantId tenant, String sid, String token) {
    static Account of(Owner owner) {
      var sandbox = owner.api().get("/api/v1/sandbox").body();
      return new Account(
          owner.tenant(),
          sandbox.path("account_sid").asText(),
          sandbox.path("auth_token").asText());
    }
  }

  private static String sign(String token, String data) {
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(token.getBytes(UTF_8), "HmacSHA1"));
      return Base64.getEncoder().encodeToString(mac.doFinal(data.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private Signatures signaturesAt(String base) {
    var signers = new Signers(accounts, Duration.ofMinutes(1));
    return new Signatures(
        accounts, signers, new WebhookUrls(base, UNASKED), configuration, "local");
  }

  private static MutableHttpRequest<?> post(String path, @Nullable String signature) {
    return signed(HttpRequest.POST(path, ""), signature);
  }

  private static MutableHttpRequest<?> signed(
      MutableHttpRequest<?> request, @Nullable String signature) {
    return signature == null ? request : request.header("X-Twilio-Signature", signature);
  }
}
