package io.frontdesk.twilio;

import io.frontdesk.tenancy.E164;
import io.frontdesk.tenancy.TenantId;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A request that Twilio signed: it cannot exist otherwise. What stands in it may still be missing,
/// strange or late.
public final class TwilioRequest {
  private final String accountSid;
  private final @Nullable TenantId tenant;
  private final Map<String, String> fields;
  private final boolean fromStandIn;

  TwilioRequest(
      String accountSid,
      @Nullable TenantId tenant,
      Map<String, String> fields,
      boolean fromStandIn) {
    this.accountSid = accountSid;
    this.tenant = tenant;
    this.fields = Map.copyOf(fields);
    this.fromStandIn = fromStandIn;
  }

  public String accountSid() {
    return accountSid;
  }

  /// Whose account signed; empty for the platform's own.
  public Optional<TenantId> tenant() {
    return Optional.ofNullable(tenant);
  }

  /// A field's value; empty if it is missing or blank.
  public Optional<String> field(String name) {
    return Optional.ofNullable(fields.get(name)).filter(value -> !value.isBlank());
  }

  /// This request with fields that came with an earlier one; its own count where it has them.
  public TwilioRequest after(Map<String, String> earlier) {
    var both = new HashMap<>(earlier);
    both.putAll(fields);
    return new TwilioRequest(accountSid, tenant, both, fromStandIn);
  }

  public Optional<String> callSid() {
    return field("CallSid");
  }

  /// Who called; empty if the number is withheld or is none.
  public Optional<E164> from() {
    return field("From").flatMap(E164::of);
  }

  /// Which of our numbers was called.
  public Optional<E164> to() {
    return field("To").flatMap(E164::of);
  }

  /// What the business's own clock reads in a practice call that is set at another hour; always
  /// empty outside the sandbox.
  public Optional<LocalDateTime> sandboxNow() {
    if (!fromStandIn) {
      return Optional.empty();
    }
    return field("SandboxNow")
        .flatMap(
            text -> {
              try {
                return Optional.of(LocalDateTime.parse(text));
              } catch (DateTimeParseException e) {
                return Optional.empty();
              }
            });
  }
}
