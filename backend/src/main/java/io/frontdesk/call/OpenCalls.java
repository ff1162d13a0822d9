package io.frontdesk.call;

import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/// The calls on which somebody is on the line, with what is recorded of them so far.
@Singleton
public class OpenCalls {
  private static final UUID NEWEST = new UUID(-1L, -1L);

  private final Tenancy tenancy;
  private final CallSearch search;
  private final Turns turns;

  OpenCalls(Tenancy tenancy, CallSearch search, Turns turns) {
    this.tenancy = tenancy;
    this.search = search;
    this.turns = turns;
  }

  /// A call that goes on, and its turns so far, in order.
  public record OpenCall(Call call, List<Turn> turns) {}

  /// Newest first.
  ///
  /// @param most how many at most
  public List<OpenCall> of(TenantId tenant, int most) {
    return tenancy.run(
        tenant,
        () ->
            search.active(tenant.value(), NEWEST, most).stream()
                .map(call -> new OpenCall(call, turns.inOrder(tenant.value(), call.id())))
                .toList());
  }
}
