package io.frontdesk.conversation.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;

/// Ends the call.
@Singleton
class EndCall implements Tool {
  @Override
  public String name() {
    return "end_call";
  }

  @Override
  public String description() {
    return "Ends the call. Use it as soon as the caller says goodbye or wants nothing more. It"
        + " gives the goodbye to say.";
  }

  @Override
  public Parameters parameters() {
    return Parameters.of();
  }

  @Override
  public boolean endsCall() {
    return true;
  }

  @Override
  public ObjectNode run(OnCall on, Arguments arguments) {
    return Output.done("Thank you for calling " + on.business().name() + ". Goodbye.");
  }
}
