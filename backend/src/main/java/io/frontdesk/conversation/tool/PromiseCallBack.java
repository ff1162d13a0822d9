package io.frontdesk.conversation.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frontdesk.call.Urgency;
import io.frontdesk.conversation.transfer.CallBacks;
import io.frontdesk.web.WireName;
import jakarta.inject.Singleton;
import java.util.Arrays;

/// Has somebody call a caller back who is upset, where nobody is rung for them. Follows from what
/// callers say; the model is not told of it.
@Singleton
class PromiseCallBack implements Tool {
  private static final Parameters PARAMETERS =
      Parameters.of(
          Parameter.required("reason", 300, "What whoever calls back should know."),
          Parameter.choice(
              "urgency",
              Arrays.stream(Urgency.values()).map(WireName::of).toList(),
              "How urgent it is; leave out if it is normal."));

  private final CallBacks callBacks;

  PromiseCallBack(CallBacks callBacks) {
    this.callBacks = callBacks;
  }

  @Override
  public String name() {
    return "promise_call_back";
  }

  @Override
  public String description() {
    return "Promises the caller that somebody calls them back.";
  }

  @Override
  public Parameters parameters() {
    return PARAMETERS;
  }

  @Override
  public boolean isOffered(OnCall on) {
    return false;
  }

  @Override
  public ObjectNode run(OnCall on, Arguments arguments) {
    callBacks.promise(
        on.tenant(),
        on.callId(),
        arguments.get("reason"),
        arguments.find("urgency").map(Urgency::named).orElse(Urgency.NORMAL));
    return Output.done("Somebody will call you back.");
  }
}
