package io.frontdesk.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.f4b6a3.uuid.UuidCreator;
import io.frontdesk.call.recording.PracticeRecordings;
import io.frontdesk.knowledge.QuestionBox;
import io.frontdesk.message.MessageDesk;
import io.frontdesk.testing.Colleague;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// What a path, a query or a body can name by its id, and how a business comes to have one.
enum Thing {
  API_CLIENT,
  APPOINTMENT,
  CALENDAR,
  CALL,
  CUSTOMER,
  HTTP_TOOL,
  INVITATION,
  KNOWLEDGE_ENTRY,
  KNOWN_CALLER,
  LEAD,
  MEMBER,
  MESSAGE,
  OUTBOUND_CALL,
  PHONE_NUMBER,
  PRACTICE_CALL,
  RECEPTIONIST,
  SERVICE,
  SERVICE_REQUEST,
  SESSION,
  STAFF,
  TENANT,
  UNANSWERED_QUESTION,
  USER;

  /// Which thing a path names, by the path up to its variable.
  private static final Map<String, Thing> IN_PATHS =
      Map.ofEntries(
          Map.entry("/api/phone/call-status/{callSid}", PRACTICE_CALL),
          Map.entry("/api/v1/api-clients/{id}", API_CLIENT),
          Map.entry("/api/v1/appointments/{id}", APPOINTMENT),
          Map.entry("/api/v1/calendars/{id}", CALENDAR),
          Map.entry("/api/v1/calls/{id}", CALL),
          Map.entry("/api/v1/customers/{id}", CUSTOMER),
          Map.entry("/api/v1/known-callers/{id}", KNOWN_CALLER),
          Map.entry("/api/v1/leads/{id}", LEAD),
          Map.entry("/api/v1/me/sessions/{id}", SESSION),
          Map.entry("/api/v1/messages/{id}", MESSAGE),
          Map.entry("/api/v1/outbound-calls/{id}", OUTBOUND_CALL),
          Map.entry("/api/v1/phone-numbers/{id}", PHONE_NUMBER),
          Map.entry("/api/v1/receptionists/{id}", RECEPTIONIST),
          Map.entry("/api/v1/receptionists/{id}/tools/{toolId}", HTTP_TOOL),
          Map.entry("/api/v1/receptionists/{id}/knowledge/{entryId}", KNOWLEDGE_ENTRY),
          Map.entry("/api/v1/sandbox/calls/{callSid}", PRACTICE_CALL),
          Map.entry("/api/v1/service-requests/{id}", SERVICE_REQUEST),
          Map.entry("/api/v1/services/{id}", SERVICE),
          Map.entry("/api/v1/staff/{id}", STAFF),
          Map.entry("/api/v1/team/invitations/{id}", INVITATION),
          Map.entry("/api/v1/team/members/{id}", MEMBER),
          Map.entry("/api/v1/unanswered-questions/{id}", UNANSWERED_QUESTION));

  /// What a variable says that names no row by itself: its path's first one does, or the tenant.
  private static final Map<String, Function<Premises, String>> IN_PLACE =
      Map.of(
          "/api/v1/receptionists/{id}/versions/{number}",
          _ -> "1",
          "/api/v1/staff/{id}/time-off/{timeOffId}",
          Thing::timeOff,
          "/api/v1/business/credentials/{provider}",
          Thing::connected);

  /// Which thing a query parameter or a field names.
  private static final Map<String, Thing> BY_NAME =
      Map.ofEntries(
          Map.entry("actor_id", USER),
          Map.entry("appointment_id", APPOINTMENT),
          Map.entry("call_id", CALL),
          Map.entry("customer_id", CUSTOMER),
          Map.entry("lead_id", LEAD),
          Map.entry("merged_into", LEAD),
          Map.entry("receptionist_id", RECEPTIONIST),
          Map.entry("resource_id", SERVICE),
          Map.entry("service_id", SERVICE),
          Map.entry("staff_id", STAFF),
          Map.entry("staff_ids", STAFF),
          Map.entry("tenant_id", TENANT));

  /// Makes one that is really there.
  ///
  /// @return its id
  String make(Premises premises) {
    return switch (this) {
      case API_CLIENT -> created(premises, "/api/v1/api-clients", Bodies.apiClient());
      case APPOINTMENT -> created(premises, "/api/v1/appointments", Bodies.appointment(premises));
      case CALENDAR -> created(premises, "/api/v1/calendars", Bodies.calendar());
      case CALL -> recorded(premises, premises.calls().answered());
      case HTTP_TOOL ->
          created(
              premises,
              "/api/v1/receptionists/%s/tools".formatted(receptionist(premises)),
              Bodies.httpTool());
      case CUSTOMER -> created(premises, "/api/v1/customers", Bodies.customer());
      case INVITATION -> created(premises, "/api/v1/team/invitations", Bodies.invitation());
      case KNOWLEDGE_ENTRY ->
          created(
              premises,
              "/api/v1/receptionists/%s/knowledge".formatted(receptionist(premises)),
              Bodies.knowledge());
      case KNOWN_CALLER -> created(premises, "/api/v1/known-callers", Bodies.knownCaller());
      case LEAD -> created(premises, "/api/v1/leads", Bodies.lead());
      case MEMBER -> {
        Colleague.join(premises.service(), premises.owner(), "member");
        yield read(premises, "/api/v1/team/members", "/data/0/id");
      }
      case MESSAGE -> voicemail(premises, premises.calls().answered());
      case PHONE_NUMBER -> created(premises, "/api/v1/phone-numbers", Bodies.number(premises));
      case PRACTICE_CALL -> practiceCall(premises);
      case RECEPTIONIST -> edited(premises, receptionist(premises));
      case SERVICE -> created(premises, "/api/v1/services", Bodies.service());
      case SERVICE_REQUEST ->
          created(premises, "/api/v1/service-requests", Bodies.serviceRequest());
      case SESSION -> premises.otherSession();
      case OUTBOUND_CALL -> created(premises, "/api/v1/outbound-calls", Bodies.outboundCall());
      case STAFF -> created(premises, "/api/v1/staff", Bodies.staff());
      case TENANT -> premises.owner().tenant().toString();
      case UNANSWERED_QUESTION -> asked(premises);
      case USER -> read(premises, "/api/v1/me", "/user/id");
    };
  }

  private static String receptionist(Premises premises) {
    return read(premises, "/api/v1/receptionists", "/data/0/id");
  }

  /// Something that a caller asked in vain.
  private static String asked(Premises premises) {
    premises
        .service()
        .bean(QuestionBox.class)
        .put(
            premises.owner().tenant(),
            UUID.fromString(receptionist(premises)),
            premises.calls().answered(),
            "Are dogs allowed, %s?".formatted(UUID.randomUUID()));
    return read(premises, "/api/v1/unanswered-questions", "/data/0/id");
  }

  /// One that the service has answered.
  private static String practiceCall(Premises premises) {
    String sid =
        sent(premises, "/api/v1/sandbox/calls", Bodies.practiceCall(premises))
            .path("call_sid")
            .asText();
    await("the call is answered")
        .until(() -> premises.owner().api().get("/api/phone/call-status/" + sid).status() == 200);
    return sid;
  }

  /// An id that is nobody's.
  String unknown() {
    return this == PRACTICE_CALL
        ? "CA" + UUID.randomUUID().toString().replace("-", "")
        : UuidCreator.getTimeOrderedEpoch().toString();
  }

  /// What the last variable of a path names; empty if that is no row of its own.
  ///
  /// @param path up to and with the variable
  static Optional<Thing> inPath(String path) {
    assertThat(IN_PATHS.containsKey(path) || IN_PLACE.containsKey(path))
        .as("what makes a row for %s: add it to Thing", path)
        .isTrue();
    return Optional.ofNullable(IN_PATHS.get(path));
  }

  /// The value of a variable that names no row.
  static String inPlace(String path, Premises premises) {
    return IN_PLACE.getOrDefault(path, _ -> "").apply(premises);
  }

  /// Whether the first variable of a path names a row.
  static boolean isInPath(String path) {
    return inPath(path).isPresent();
  }

  /// A call's sound is at its path.
  private static String recorded(Premises premises, UUID call) {
    PracticeRecordings.ready(premises.service(), premises.owner().tenant(), call);
    return call.toString();
  }

  private static String voicemail(Premises premises, UUID call) {
    var tenant = premises.owner().tenant();
    UUID recording = PracticeRecordings.ready(premises.service(), tenant, call);
    var desk = premises.service().bean(MessageDesk.class);
    return desk.left(tenant, call, null, recording).id().toString();
  }

  /// Of the member of staff who came last.
  private static String timeOff(Premises premises) {
    String newest = read(premises, "/api/v1/staff?limit=1", "/data/0/id");
    return created(premises, "/api/v1/staff/" + newest + "/time-off", Bodies.timeOff());
  }

  /// A company at which the business has connected an account.
  private static String connected(Premises premises) {
    var set =
        premises
            .owner()
            .api()
            .send("PUT", "/api/v1/business/credentials/openai", Bodies.apiKey(), Map.of());
    assertThat(set.status()).as(set.text()).isEqualTo(200);
    return "openai";
  }

  static Thing named(String name) {
    assertThat(BY_NAME).as("what %s names: add it to Thing", name).containsKey(name);
    return Optional.ofNullable(BY_NAME.get(name)).orElseThrow();
  }

  /// Has something to publish.
  private static String edited(Premises premises, String receptionist) {
    premises.owner().api().patch("/api/v1/receptionists/" + receptionist, Bodies.greeting());
    return receptionist;
  }

  private static String created(Premises premises, String path, String body) {
    return sent(premises, path, body).path("id").asText();
  }

  private static JsonNode sent(Premises premises, String path, String body) {
    var answer = premises.owner().api().post(path, body);
    assertThat(answer.status()).as("POST %s: %s", path, answer.text()).isEqualTo(201);
    return answer.body();
  }

  private static String read(Premises premises, String path, String pointer) {
    return premises.owner().api().get(path).body().at(pointer).asText();
  }
}
