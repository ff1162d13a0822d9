package io.frontdesk.sandbox;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frontdesk.access.Role;
import io.frontdesk.audit.Actor;
import io.frontdesk.notification.PostOffice;
import io.frontdesk.phonenumber.PhoneNumber;
import io.frontdesk.tenancy.E164;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.RequestException;
import io.frontdesk.web.WireName;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// Practice: simulated callers for the signed-in business. Production does not know these paths.
@Controller("/api/v1/sandbox")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(beans = StandIns.class)
@Tag(name = "Sandbox")
class SandboxController {
  /// What the ids of callers end with who want what one trade has; the trade comes first.
  private static final String CUSTOMER = "_caller";

  private static final Pattern CALL_SID = Pattern.compile("CA[0-9a-f]{32}");

  private final Practice practice;
  private final PostOffice postOffice;
  private final ObjectMapper json;

  SandboxController(Practice practice, PostOffice postOffice, ObjectMapper json) {
    this.practice = practice;
    this.postOffice = postOffice;
    this.json = json;
  }

  /// What it takes to practise, and to send signed webhooks by hand.
  ///
  /// @param scenarios who can call
  @Introspected
  record Sandbox(
      String accountSid, String authToken, List<E164> numbers, List<Scenario> scenarios) {}

  /// A simulated caller.
  ///
  /// @param title what the caller wants, in a few words
  @Introspected
  record Scenario(String id, String title) {}

  /// A call that was placed.
  @Introspected
  record Placed(String callSid) {}

  /// What would have been sent, newest first.
  ///
  /// @param mails of the business, for those who may invite, and those to the person who asks about
  /// themselves; none where a mail server sends them
  @Introspected
  record Outbox(List<Text> texts, List<PostOffice.Kept> mails) {}

  /// A text that would have been sent.
  ///
  /// @param status as Twilio tells it: `queued`, `sent` or `delivered`
  @Introspected
  record Text(String id, String from, String to, String body, String status, Instant createdAt) {}

  /// A call to be made by a simulated caller.
  ///
  /// @param from E.164, or `anonymous`; null for the scenario's own number
  @Introspected
  record PracticeCall(
      @NotBlank @Size(max = 100) String scenario,
      @NotNull E164 to,
      @Nullable @Size(max = 20) String from) {}

  /// The business's practice account, its numbers, and who can call them.
  @Get
  Sandbox sandbox(TenantId tenant) {
    var numbers = practice.numbers(tenant).stream().map(PhoneNumber::number).toList();
    var account = practice.account(tenant);
    return new Sandbox(account.sid(), account.authToken(), numbers, scenarios(tenant));
  }

  /// Those who call any business, and who calls one of this trade.
  private List<Scenario> scenarios(TenantId tenant) {
    List<Scenario> all =
        json.convertValue(
            practice.get(tenant, "/sandbox/scenarios").expect(200), new TypeReference<>() {});
    String own = WireName.of(practice.industry(tenant)) + CUSTOMER;
    return all.stream()
        .filter(one -> !one.id().endsWith(CUSTOMER) || one.id().equals(own))
        .toList();
  }

  /// Lets a simulated caller ring one of the business's numbers.
  @Post("/calls")
  @Status(HttpStatus.CREATED)
  HttpResponse<Placed> call(TenantId tenant, @Body @Valid PracticeCall call) {
    if (practice.numbers(tenant).stream().noneMatch(own -> own.number().equals(call.to()))) {
      throw new RequestException.Rejected("/to", "is none of your numbers");
    }
    ObjectNode body =
        json.createObjectNode()
            .put("account_sid", practice.account(tenant).sid())
            .put("scenario", call.scenario())
            .put("to", call.to().value());
    if (call.from() != null) {
      body.put("from", call.from());
    }
    var answer = practice.post(tenant, "/sandbox/calls", body);
    if (answer.status() == 400) {
      throw new RequestException.Rejected(
          pointer(answer.body().path("code").asInt()), answer.body().path("message").asText());
    }
    return HttpResponse.created(new Placed(answer.expect(201).path("call_sid").asText()));
  }

  /// What a simulated caller said and heard, and what its line saw.
  @Get("/calls/{callSid}")
  JsonNode seen(TenantId tenant, @PathVariable String callSid) {
    if (!CALL_SID.matcher(callSid).matches()) {
      throw new RequestException.NotFound("practice call", callSid);
    }
    var answer = practice.get(tenant, "/sandbox/calls/" + callSid);
    if (answer.status() == 404) {
      throw new RequestException.NotFound("practice call", callSid);
    }
    return answer.expect(200);
  }

  /// Texts and mails that would have been sent. Invitations are seen by those who may invite, for
  /// whoever has their links can join.
  @Get("/outbox")
  Outbox outbox(TenantId tenant, Actor actor, Authentication authentication) {
    boolean invites = Role.of(authentication).filter(role -> role.includes(Role.ADMIN)).isPresent();
    String account = practice.account(tenant).sid();
    JsonNode texts = practice.get(tenant, "/sandbox/messages?account_sid=" + account).expect(200);
    return new Outbox(
        StreamSupport.stream(texts.spliterator(), false).map(SandboxController::text).toList(),
        postOffice.kept(
            invites ? tenant : null, actor.kind() == Actor.Kind.USER ? actor.id() : null));
  }

  private static Text text(JsonNode message) {
    return new Text(
        message.path("sid").asText(),
        message.path("from").asText(),
        message.path("to").asText(),
        message.path("body").asText(),
        message.path("status").asText(),
        Instant.from(
            DateTimeFormatter.RFC_1123_DATE_TIME.parse(message.path("date_created").asText())));
  }

  /// Which field of a call a refusal of Twilio's is about.
  /// Source: https://www.twilio.com/docs/api/errors
  private static String pointer(int code) {
    return switch (code) {
      case 21211 -> "/to";
      case 21212 -> "/from";
      default -> "/scenario";
    };
  }
}
