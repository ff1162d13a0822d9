package io.frontdesk.conversation.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frontdesk.call.Urgency;
import io.frontdesk.conversation.transfer.Choice;
import io.frontdesk.conversation.transfer.Transfer;
import io.frontdesk.conversation.transfer.TransferDesk;
import io.frontdesk.web.WireName;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;

/// Hands the caller over to a person. Who that is, is chosen here; their telephone rings once the
/// caller has heard so.
@Singleton
class TransferCall implements Tool {
  private static final List<String> URGENCIES =
      Arrays.stream(Urgency.values()).map(WireName::of).toList();
  private static final Parameters PARAMETERS =
      Parameters.of(
          Parameter.required(
              "reason", 300, "What it is about: what the caller wants a person for."),
          Parameter.optional(
              "to",
              100,
              "Whom the caller asked for by name, or what that person has to know about; leave out"
                  + " for whoever is there."),
          Parameter.optional(
              "summary",
              600,
              "Who is calling and what they want, in one or two sentences: the person hears this"
                  + " before they take the call."),
          Parameter.choice("urgency", URGENCIES, "How urgent it is; leave out if it is normal."));

  private final TransferDesk desk;

  TransferCall(TransferDesk desk) {
    this.desk = desk;
  }

  @Override
  public String name() {
    return "transfer_call";
  }

  @Override
  public String description() {
    return "Connects the caller with a human colleague: transfers the call to a person who can"
        + " speak with them now.";
  }

  @Override
  public Parameters parameters() {
    return PARAMETERS;
  }

  @Override
  public boolean handsOver() {
    return true;
  }

  @Override
  public ObjectNode run(OnCall on, Arguments arguments) {
    var wish =
        new Transfer.Wish(
            arguments.find("to").orElse(null),
            arguments.get("reason"),
            arguments.find("summary").orElse(null),
            arguments.find("urgency").map(Urgency::named).orElse(Urgency.NORMAL));
    return switch (desk.choose(on.tenant(), on.callId(), wish)) {
      case Choice.Chosen chosen ->
          Output.done(
              "One moment, I will connect you with %s."
                  .formatted(chosen.transfer().legs().getFirst().title()));
      case Choice.Practice practice ->
          Output.failed(
                  "This is a test call, so nobody is rung. On a real call I would connect you with"
                      + " %s now.".formatted(practice.name()),
                  "nobody is rung on a test call")
              .put("practice", true);
      case Choice.Away away ->
          Output.failed(
              "%s cannot take calls now. Shall I connect you with %s, or take a message?"
                  .formatted(away.wanted(), away.instead()),
              "who was asked for is not there now");
      case Choice.Nobody _ ->
          Output.failed(
              "Nobody can take the call right now. Shall I take a message, so that somebody calls"
                  + " you back?",
              "nobody is there now");
    };
  }
}
