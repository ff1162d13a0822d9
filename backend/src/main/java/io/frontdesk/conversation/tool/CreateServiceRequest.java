package io.frontdesk.conversation.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frontdesk.call.Urgency;
import io.frontdesk.customer.RequestDesk;
import io.frontdesk.customer.ServiceRequest;
import io.frontdesk.web.WireName;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;

/// Takes down what the caller wants done, for the business to see to.
@Singleton
class CreateServiceRequest implements Tool {
  private static final List<String> URGENCIES =
      Arrays.stream(Urgency.values()).map(WireName::of).toList();
  private static final Parameters PARAMETERS =
      Parameters.of(
          Parameter.required("type", 100, "What kind of job, in a word or two: repair, delivery."),
          Parameter.required("description", 4000, "What is to be done, with every detail told."),
          Parameter.optional("location", 500, "Where it is to be done."),
          Parameter.choice("urgency", URGENCIES, "How urgent it is; leave out if it is normal."),
          Parameter.optional("name", 200, "The caller's name."));

  private final RequestDesk desk;

  CreateServiceRequest(RequestDesk desk) {
    this.desk = desk;
  }

  @Override
  public String name() {
    return "create_service_request";
  }

  @Override
  public String description() {
    return "Opens a work order for a job that somebody is to see to later.";
  }

  @Override
  public Parameters parameters() {
    return PARAMETERS;
  }

  @Override
  public boolean isReadBack() {
    return true;
  }

  @Override
  public boolean makesSomething() {
    return true;
  }

  @Override
  public ObjectNode run(OnCall on, Arguments arguments) {
    ServiceRequest taken =
        desk.take(
            on.tenant(),
            on.callId(),
            new ServiceRequest.Made(
                null,
                arguments.get("type"),
                arguments.get("description"),
                arguments.find("location").orElse(null),
                arguments.find("urgency").map(Urgency::named).orElse(Urgency.NORMAL),
                arguments.find("name").orElse(null),
                on.caller()));
    return Output.done("I have opened a work order for that: " + taken.type() + ".")
        .put("service_request_id", taken.id().toString());
  }
}
