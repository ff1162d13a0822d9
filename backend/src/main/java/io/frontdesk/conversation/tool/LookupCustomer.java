package io.frontdesk.conversation.tool;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frontdesk.customer.Customer;
import io.frontdesk.customer.CustomerBook;
import io.frontdesk.tenancy.E164;
import jakarta.inject.Singleton;
import java.util.List;

/// Looks the caller up in the business's books: by the number that calls, or by their customer
/// number and name. Nobody is told of anybody else.
@Singleton
class LookupCustomer implements Tool {
  private static final Parameters PARAMETERS =
      Parameters.of(
          Parameter.optional(
              "customer_number",
              40,
              "Their customer number; leave out to look up the number they call from."),
          Parameter.optional("name", 200, "Their name; needed with the customer number."));

  private final CustomerBook book;

  LookupCustomer(CustomerBook book) {
    this.book = book;
  }

  @Override
  public String name() {
    return "lookup_customer";
  }

  @Override
  public String description() {
    return "Finds the caller among the customers of the business.";
  }

  @Override
  public Parameters parameters() {
    return PARAMETERS;
  }

  @Override
  public ObjectNode run(OnCall on, Arguments arguments) {
    var number = arguments.find("customer_number");
    E164 caller = on.caller();
    List<Customer> found;
    if (number.isPresent()) {
      var name = arguments.find("name");
      if (name.isEmpty()) {
        return Output.again("name", "Could you tell me your name as well, please?");
      }
      found = book.known(on.tenant(), number.get(), name.get()).stream().toList();
    } else {
      found = caller == null ? List.of() : book.calling(on.tenant(), caller);
    }
    if (found.isEmpty()) {
      return Output.failed("I cannot find you in our books.", "no such customer");
    }
    ObjectNode output = JsonNodeFactory.instance.objectNode().put("ok", true);
    var list = output.putArray("found");
    found.forEach(
        one ->
            list.addObject()
                .put("customer_number", one.number())
                .put("name", one.name())
                .put("address", one.address())
                .put("email", one.email()));
    return output;
  }
}
