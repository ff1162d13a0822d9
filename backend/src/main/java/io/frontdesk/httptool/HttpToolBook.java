package io.frontdesk.httptool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.f4b6a3.uuid.UuidCreator;
import io.frontdesk.httptool.HttpToolCaller.Answer;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.Problem.FieldProblem;
import io.frontdesk.web.RequestException;
import io.micronaut.core.annotation.Introspected;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/// Writes and tries the tools of businesses. What it writes, it writes in the transaction that is
/// open.
@Singleton
class HttpToolBook {
  private static final int MOST_TOOLS = 20;

  private final HttpTools tools;
  private final SecretHeaders secrets;
  private final HttpToolCaller caller;
  private final Clock clock;

  HttpToolBook(HttpTools tools, SecretHeaders secrets, HttpToolCaller caller, Clock clock) {
    this.tools = tools;
    this.secrets = secrets;
    this.caller = caller;
    this.clock = clock;
  }

  /// A tool as the audit log keeps it.
  ///
  /// @param secretHeaders by name, with what tells one value from another and nothing of it
  @Introspected
  record ForTheLog(
      String name,
      String description,
      Object parameters,
      HttpMethod method,
      String url,
      Map<String, String> headers,
      Map<String, String> secretHeaders,
      int timeoutSeconds,
      Map<String, String> result,
      boolean safe) {}

  /// @throws RequestException.Conflict if there are too many, or one of that name
  HttpTool add(TenantId tenant, UUID receptionist, HttpToolDetails details) {
    if (tools.countByTenantIdAndReceptionistIdAndRetiredAtIsNull(tenant, receptionist)
        >= MOST_TOOLS) {
      throw new RequestException.Conflict(
          "too_many_tools",
          "Too many tools",
          "A receptionist can have %d tools of yours.".formatted(MOST_TOOLS));
    }
    checkName(tenant, receptionist, details.name());
    Instant now = clock.instant();
    return tools.save(
        new HttpTool(
            UuidCreator.getTimeOrderedEpoch(),
            tenant,
            receptionist,
            details.name(),
            details.description(),
            details.parameters(),
            details.method(),
            details.url(),
            details.body(),
            details.headers(),
            secrets.seal(tenant, details.secretHeaders()),
            details.timeoutSeconds(),
            details.result(),
            details.safe(),
            null,
            0,
            now,
            now));
  }

  /// @throws RequestException.Conflict if there is another of that name
  HttpTool replace(HttpTool tool, HttpToolDetails details) {
    if (!tool.name().equals(details.name())) {
      checkName(tool.tenantId(), tool.receptionistId(), details.name());
    }
    return tools.update(tool.with(details, secrets.seal(tool.tenantId(), details.secretHeaders())));
  }

  void takeAway(HttpTool tool) {
    tools.update(tool.retired(clock.instant()));
  }

  /// With the headers that nobody reads.
  HttpToolDetails details(HttpTool tool) {
    return new HttpToolDetails(
        tool.name(),
        tool.description(),
        tool.parameters(),
        tool.method(),
        tool.url(),
        tool.body(),
        tool.headers(),
        secrets.of(tool),
        tool.timeoutSeconds(),
        tool.result(),
        tool.safe());
  }

  /// Without what nobody reads.
  ForTheLog forTheLog(HttpToolDetails details) {
    var hidden = new TreeMap<String, String>();
    details.secretHeaders().keySet().forEach(name -> hidden.put(name, "set"));
    return new ForTheLog(
        details.name(),
        details.description(),
        details.parameters(),
        details.method(),
        details.url(),
        details.headers(),
        hidden,
        details.timeoutSeconds(),
        details.result(),
        details.safe());
  }

  /// Uses a tool for somebody who wants to see what it does. Belongs in no transaction.
  ///
  /// @throws RequestException.Rejected if the arguments are not as the tool says
  Trial tryOut(HttpTool tool, Trial.Wanted wanted) {
    ObjectNode arguments = checked(tool, wanted);
    ObjectNode told = arguments.deepCopy();
    told.put("call_id", new UUID(0, 0).toString());
    told.put("caller_number", wanted.callerNumber());
    URI url = Template.url(tool.url(), told);
    Instant begun = clock.instant();
    Answer answer = caller.ask(tool, told, arguments, UUID.randomUUID().toString());
    long took = Duration.between(begun, clock.instant()).toMillis();
    return switch (answer) {
      case Answer.Done done -> new Trial(true, url, done.status(), done.seen(), null, took);
      case Answer.Refused refused ->
          new Trial(
              false,
              url,
              refused.status(),
              null,
              "The other system answered with status %d.".formatted(refused.status()),
              took);
      case Answer.Failed failed -> new Trial(false, url, null, null, failed.problem(), took);
    };
  }

  /// What is wanted to be told, as the tool may be told it.
  ///
  /// @throws RequestException.Rejected if the tool cannot be told that
  ObjectNode checked(HttpTool tool, Trial.Wanted wanted) {
    if (!(wanted.arguments() instanceof ObjectNode arguments)) {
      throw new RequestException.Rejected("/arguments", "must be a JSON object");
    }
    var faults = ParameterSchema.faults(tool.parameters(), arguments);
    if (!faults.isEmpty()) {
      throw new RequestException.Rejected(
          faults.stream().map(fault -> new FieldProblem("/arguments", fault.problem())).toList());
    }
    return arguments;
  }

  private void checkName(TenantId tenant, UUID receptionist, String name) {
    if (tools
        .findByTenantIdAndReceptionistIdAndNameAndRetiredAtIsNull(tenant, receptionist, name)
        .isPresent()) {
      throw new RequestException.Conflict(
          "name_taken", "Name taken", "This receptionist has a tool of that name already.");
    }
  }
}
