package io.frontdesk.conversation;

import io.frontdesk.business.Business;
import io.frontdesk.receptionist.TransferTarget;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/// To whom the model can hand callers over, and who of them is there.
final class PeoplePage {
  private PeoplePage() {}

  /// Blank if there is nobody.
  ///
  /// @param now what the business's own clock reads, as an instant
  static String of(List<TransferTarget> targets, Business business, Instant now) {
    if (targets.isEmpty()) {
      return "";
    }
    return """
    These colleagues can take calls. Use `transfer_call` when the caller asks to speak with somebody, or where the
    instructions say so, and never promise that somebody will answer. Who is not there now is not rung.

    """
        + targets.stream()
            .map(target -> person(target, target.isReachable(business, now)))
            .collect(Collectors.joining("\n"));
  }

  private static String person(TransferTarget target, boolean isThere) {
    String expertise = target.expertise() == null ? "" : ", " + Fence.line(target.expertise());
    String urgent = target.urgentOnly() ? ", for what is urgent only" : "";
    String there = isThere ? "there now" : "not there now";
    return "- " + Fence.line(target.name()) + expertise + urgent + ": " + there;
  }
}
