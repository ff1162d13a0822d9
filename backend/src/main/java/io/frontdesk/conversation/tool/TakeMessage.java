package io.frontdesk.conversation.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frontdesk.call.Urgency;
import io.frontdesk.message.MessageDesk;
import io.frontdesk.tenancy.E164;
import io.frontdesk.web.WireName;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Takes down a message for the business.
@Singleton
class TakeMessage implements Tool {
  private static final List<String> URGENCIES =
      Arrays.stream(Urgency.values()).map(WireName::of).toList();
  private static final Parameters PARAMETERS =
      Parameters.of(
          Parameter.required("name", 200, "The caller's name."),
          Parameter.required(
              "text", 4000, "The message, with everything that the business needs to act on it."),
          Parameter.optional(
              "phone", 40, "The number to call back, if it is not the one they call from."),
          Parameter.choice("urgency", URGENCIES, "How urgent it is; leave out if it is normal."));

  private final MessageDesk desk;

  TakeMessage(MessageDesk desk) {
    this.desk = desk;
  }

  @Override
  public String name() {
    return "take_message";
  }

  @Override
  public String description() {
    return "Takes a message for the business, so that somebody calls back or takes care of it.";
  }

  @Override
  public Parameters parameters() {
    return PARAMETERS;
  }

  @Override
  public boolean makesSomething() {
    return true;
  }

  @Override
  public ObjectNode run(OnCall on, Arguments arguments) {
    Optional<String> said = arguments.find("phone");
    Optional<E164> phone = said.flatMap(on::number);
    if (said.isPresent() && phone.isEmpty()) {
      return Output.again(
          "phone", "I did not get that number. Could you tell me it again, digit by digit?");
    }
    String name = arguments.get("name");
    Urgency urgency = arguments.find("urgency").map(Urgency::named).orElse(Urgency.NORMAL);
    desk.take(
        on.tenant(),
        new MessageDesk.Note(
            on.callId(), name, phone.orElse(on.caller()), arguments.get("text"), urgency));
    return Output.done("Thank you, " + name + ". I have passed your message on.");
  }
}
