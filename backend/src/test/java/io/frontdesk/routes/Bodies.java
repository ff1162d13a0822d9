package io.frontdesk.routes;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.testing.ApiDocument.Operation;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.TwilioByHand;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/// A good body, and a good query, for every operation that needs one: each changes something.
final class Bodies {
  private static final AtomicInteger NUMBERS = new AtomicInteger(5_551_000);
  private static final Map<String, Function<Premises, String>> BODIES =
      Map.ofEntries(
          entry("POST /api/v1/api-clients", _ -> apiClient()),
          entry("POST /api/v1/appointments", Bodies::appointment),
          entry("PATCH /api/v1/appointments/{id}", _ -> "{'reason': 'The door squeaks.'}"),
          entry(
              "POST /api/v1/auth/switch",
              premises -> "{'tenant_id': '%s'}".formatted(premises.owner().tenant())),
          entry("PATCH /api/v1/business", _ -> "{'about': 'Since %s.'}".formatted(Instant.now())),
          entry("PUT /api/v1/business/credentials/anthropic", _ -> apiKey()),
          entry("PUT /api/v1/business/credentials/elevenlabs", _ -> apiKey()),
          entry("PUT /api/v1/business/credentials/openai", _ -> apiKey()),
          entry("PUT /api/v1/business/credentials/smtp", _ -> mailServer()),
          entry("PUT /api/v1/business/credentials/twilio", Bodies::twilioAccount),
          entry("PATCH /api/v1/business/setup", _ -> "{'step': 'number', 'state': 'skipped'}"),
          entry("POST /api/v1/calendars", _ -> calendar()),
          entry("POST /api/v1/known-callers", _ -> knownCaller()),
          entry("PATCH /api/v1/known-callers/{id}", _ -> "{'note': 'Sells roofs.'}"),
          entry("POST /api/v1/calls/{id}/say", _ -> "{'text': 'We are on our way.'}"),
          entry("POST /api/v1/calls/{id}/transfer", _ -> "{'target': 'Sam'}"),
          entry("POST /api/v1/leads", _ -> lead()),
          entry("PATCH /api/v1/leads/{id}", _ -> "{'status': 'won'}"),
          entry(
              "POST /api/v1/leads/{id}/merge",
              premises -> "{'lead_id': '%s'}".formatted(Thing.LEAD.make(premises))),
          entry(
              "PATCH /api/v1/me",
              _ ->
                  "{'current_password': '%s', 'password': '%s'}"
                      .formatted(Owner.PASSWORD, Owner.PASSWORD)),
          entry("PATCH /api/v1/messages/{id}", _ -> "{'status': 'done'}"),
          entry("POST /api/v1/phone-numbers", Bodies::number),
          entry("POST /api/v1/phone-numbers/import", Bodies::ownNumber),
          entry("PATCH /api/v1/phone-numbers/{id}", _ -> "{'label': 'The door'}"),
          entry("PATCH /api/v1/receptionists/{id}", _ -> greeting()),
          entry("POST /api/v1/receptionists/{id}/test-call", _ -> "{'version': 'draft'}"),
          entry("POST /api/v1/receptionists/{id}/tools", _ -> httpTool()),
          entry(
              "PATCH /api/v1/receptionists/{id}/tools/{toolId}",
              _ -> "{'description': 'Since %s.'}".formatted(Instant.now())),
          entry(
              "POST /api/v1/receptionists/{id}/tools/{toolId}/try",
              _ -> "{'arguments': {'order': '7'}}"),
          entry("POST /api/v1/receptionists/{id}/knowledge", _ -> knowledge()),
          entry(
              "PATCH /api/v1/receptionists/{id}/knowledge/{entryId}",
              _ -> "{'text': 'Yes, since %s.'}".formatted(Instant.now())),
          entry("POST /api/v1/unanswered-questions/{id}/answer", _ -> "{'text': 'Yes, they are.'}"),
          entry("POST /api/v1/sandbox/speech", _ -> "{'text': 'Hello.', 'utterance': 7}"),
          entry("POST /api/v1/sandbox/calls", Bodies::practiceCall),
          entry(
              "POST /api/v1/sandbox/dates",
              _ ->
                  "{'phrase': 'tomorrow at two', 'now': '2026-11-24T15:00:00Z',"
                      + " 'time_zone': 'America/New_York'}"),
          entry(
              "POST /api/v1/voice/ai-receptionist-config",
              _ -> "{'system_prompt': 'It is %s.'}".formatted(Instant.now())),
          entry("POST /api/v1/customers", _ -> customer()),
          entry("PATCH /api/v1/customers/{id}", _ -> "{'note': 'Has a dog.'}"),
          entry("POST /api/v1/service-requests", _ -> serviceRequest()),
          entry("PATCH /api/v1/service-requests/{id}", _ -> "{'status': 'done'}"),
          entry("POST /api/v1/services", _ -> service()),
          entry("POST /api/phone/outbound-call", _ -> callAbroad()),
          entry("POST /api/v1/voice/make-call", _ -> callAbroad()),
          entry("POST /api/v1/outbound-calls", _ -> outboundCall()),
          entry("PATCH /api/v1/services/{id}", _ -> "{'duration_minutes': 45}"),
          entry("POST /api/v1/staff", _ -> staff()),
          entry("POST /api/v1/staff/{id}/time-off", _ -> timeOff()),
          entry("PATCH /api/v1/staff/{id}", _ -> "{'name': 'Robin Hood'}"),
          entry("POST /api/v1/team/invitations", _ -> invitation()),
          entry("PATCH /api/v1/team/members/{id}", _ -> "{'role': 'viewer'}"));

  private static final Map<String, String> QUERIES =
      Map.of(
          "GET /api/v1/availability",
          "from=%s&to=%s".formatted(day(1), day(8)),
          "GET /api/v1/busy-times",
          "from=%s&to=%s".formatted(day(1), day(8)),
          "GET /api/v1/stats/timeseries",
          "metric=calls&group_by=day",
          "POST /api/v1/receptionists/{id}/knowledge/documents",
          "title=Prices");

  /// What is sent where a file is taken, as it is.
  static final String FILE = "A gate costs 300 dollars.";

  private Bodies() {}

  /// @return empty if the operation takes none
  static Optional<String> of(Premises premises, Operation operation) {
    if (takesFile(operation)) {
      return Optional.of(FILE);
    }
    if (!operation.json().at("/requestBody/content").has("application/json")) {
      return Optional.empty();
    }
    assertThat(BODIES)
        .as("a good body for %s: add it to Bodies", operation)
        .containsKey(operation.toString());
    return Optional.ofNullable(BODIES.get(operation.toString()))
        .map(factory -> factory.apply(premises));
  }

  /// Whether its body is a file as it is.
  static boolean takesFile(Operation operation) {
    // The document does not tell of bodies that are read piece by piece.
    return operation.path().endsWith("/knowledge/documents");
  }

  /// What the operation's query needs, with its question mark; blank if that is nothing.
  static String query(Operation operation) {
    return Optional.ofNullable(QUERIES.get(operation.toString())).map(q -> "?" + q).orElse("");
  }

  static String apiClient() {
    return "{'name': 'Robot', 'scopes': ['leads:read']}";
  }

  static String apiKey() {
    return "{'api_key': 'sk-test-%s'}".formatted(UUID.randomUUID());
  }

  private static String mailServer() {
    return """
    {'host': 'mail.example.com', 'port': 587, 'security': 'starttls', 'username': 'dana',
     'password': '%s', 'from': 'dana@example.com'}\
    """
        .formatted(UUID.randomUUID());
  }

  /// The one that its numbers are in already, or it could not be left for another.
  private static String twilioAccount(Premises premises) {
    var account = premises.owner().api().get("/api/v1/sandbox").body();
    return "{'account_sid': '%s', 'auth_token': '%s'}"
        .formatted(account.path("account_sid").asText(), account.path("auth_token").asText());
  }

  static String service() {
    return "{'name': 'Visit', 'duration_minutes': 30}";
  }

  static String staff() {
    return "{'name': 'Robin'}";
  }

  static String calendar() {
    return "{'kind': 'feed', 'name': 'My telephone'}";
  }

  static String timeOff() {
    return "{'starts_at': '%s', 'ends_at': '%s'}".formatted(day(1), day(2));
  }

  static String invitation() {
    return "{'email': '%s@example.com', 'role': 'member'}".formatted(UUID.randomUUID());
  }

  static String greeting() {
    return "{'greeting': 'Hello, it is %s.'}".formatted(Instant.now());
  }

  /// That looks at an address that nobody may be sent to.
  static String httpTool() {
    return """
    {'name': 'find_order_%d', 'description': 'Finds an order.', 'method': 'get', 'safe': true,
     'url': 'https://127.0.0.1/orders/{order}',
     'parameters': {'type': 'object', 'properties': {'order': {'type': 'string'}}},
     'secret_headers': {'Authorization': 'Bearer secret'}}\
    """
        .formatted(ThreadLocalRandom.current().nextInt(1_000_000_000));
  }

  static String customer() {
    return "{'name': 'Dana Cole', 'phone': '%s'}".formatted(anyNumber());
  }

  static String serviceRequest() {
    return "{'type': 'repair', 'description': 'The gate is stuck.'}";
  }

  static String knowledge() {
    return "{'kind': 'question', 'title': 'Do you fix gates?', 'text': 'Yes.'}";
  }

  static String knownCaller() {
    return "{'number': '%s', 'treatment': 'blocked'}".formatted(anyNumber());
  }

  /// That is placed tomorrow.
  static String outboundCall() {
    return "{'to': '+12125550122', 'purpose': 'Your visit.', 'at': '%s'}".formatted(day(1));
  }

  /// To a country that the account may not call: it is over at once.
  private static String callAbroad() {
    return "{'to_number': '+902125550120'}";
  }

  static String lead() {
    return "{'phone': '%s', 'name': 'Dana Cole'}".formatted(anyNumber());
  }

  /// At a time that is free.
  static String appointment(Premises premises) {
    var free =
        premises
            .owner()
            .api()
            .get("/api/v1/availability?from=%s&to=%s".formatted(day(1), day(8)))
            .body()
            .at("/data/0");
    return "{'service_id': '%s', 'staff_id': '%s', 'starts_at': '%s', 'name': 'Dana Cole'}"
        .formatted(
            free.path("service_id").asText(),
            free.path("staff_id").asText(),
            free.path("starts_at").asText());
  }

  static String practiceCall(Premises premises) {
    return "{'scenario': 'says_nothing', 'to': '%s'}"
        .formatted(premises.owner().api().get("/api/v1/sandbox").body().at("/numbers/0").asText());
  }

  /// A number that nobody has.
  static String number(Premises premises) {
    return "{'number': '%s'}".formatted(forSale(premises, 808));
  }

  /// A number that the business's account at Twilio rents, and that is not here.
  private static String ownNumber(Premises premises) {
    String number = forSale(premises, 907); // elsewhere: what is bought meanwhile is not there
    new TwilioByHand(premises.service(), premises.owner()).rent(number);
    return "{'number': '%s'}".formatted(number);
  }

  private static String forSale(Premises premises, int areaCode) {
    String path = "/api/v1/phone-numbers/available?area_code=" + areaCode;
    var offers = premises.owner().api().get(path).body();
    return offers.at("/data/0/number").asText();
  }

  /// One that nobody has yet.
  private static String anyNumber() {
    return "+1415" + NUMBERS.incrementAndGet();
  }

  private static Instant day(int ahead) {
    return Instant.now().truncatedTo(ChronoUnit.DAYS).plus(ahead, ChronoUnit.DAYS);
  }
}
