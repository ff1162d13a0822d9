package io.frontdesk.voice;

import io.frontdesk.call.CallEvents;
import io.frontdesk.call.CallLog;
import io.frontdesk.call.CallResumptions;
import io.frontdesk.call.recording.CallRecordings;
import io.frontdesk.conversation.transfer.TransferDesk;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.netty.channel.EventLoop;
import jakarta.inject.Singleton;
import java.util.UUID;

/// Opens the [CallNotes] of each call; the service does not stop before they are stored.
@Singleton
class Notebooks {
  private final CallLog log;
  private final TransferDesk transfers;
  private final CallResumptions resumptions;
  private final CallEvents events;
  private final CallRecordings recordings;
  private final Tenancy tenancy;
  private final WritingDesk desk;
  private final Unfinished unfinished;

  Notebooks(
      CallLog log,
      TransferDesk transfers,
      CallResumptions resumptions,
      CallEvents events,
      CallRecordings recordings,
      Tenancy tenancy,
      WritingDesk desk,
      Unfinished unfinished) {
    this.log = log;
    this.transfers = transfers;
    this.resumptions = resumptions;
    this.events = events;
    this.recordings = recordings;
    this.tenancy = tenancy;
    this.desk = desk;
    this.unfinished = unfinished;
  }

  /// @param loop the call's
  CallNotes open(PreparedCall call, EventLoop loop) {
    TenantId tenant = call.on().tenant();
    UUID callId = call.on().callId();
    var writer = new CallWriter(desk, call.callSid(), work -> tenancy.run(tenant, work));
    var happened = new EventNotes(loop, writer, chunk -> events.append(tenant, callId, chunk));
    unfinished.until(writer.done());
    return new CallNotes(log, transfers, resumptions, recordings, call, loop, writer, happened);
  }
}
