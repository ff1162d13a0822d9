package io.frontdesk.voice.transfer;

import io.frontdesk.call.CallLog;
import io.frontdesk.conversation.transfer.Transfer;
import io.frontdesk.conversation.transfer.TransferDesk;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.RequestException;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;

/// To whom callers were handed over, to read.
@Controller("/api/v1/calls/{id}/transfers")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Calls")
class CallTransferController {
  private final CallLog calls;
  private final TransferDesk desk;

  CallTransferController(CallLog calls, TransferDesk desk) {
    this.calls = calls;
    this.desk = desk;
  }

  /// The transfers of one call, in order.
  @Introspected
  record CallTransfers(List<Transfer> transfers) {}

  /// Each time that the caller was, or was to be, handed over to somebody, in order.
  @Get
  CallTransfers list(TenantId tenant, UUID id) {
    var call = calls.find(tenant, id).orElseThrow(() -> new RequestException.NotFound("call", id));
    return new CallTransfers(desk.of(tenant, call.id()));
  }
}
