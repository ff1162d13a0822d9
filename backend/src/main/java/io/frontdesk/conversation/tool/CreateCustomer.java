package io.frontdesk.conversation.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frontdesk.customer.Customer;
import io.frontdesk.customer.CustomerBook;
import io.frontdesk.tenancy.E164;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.regex.Pattern;

/// Enters the caller in the business's books, once: whoever has the same number and name is there
/// already.
@Singleton
class CreateCustomer implements Tool {
  private static final Pattern MAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s.]+(\\.[^@\\s.]+)+");
  private static final Parameters PARAMETERS =
      Parameters.of(
          Parameter.required("name", 200, "The caller's full name."),
          Parameter.optional(
              "phone", 40, "The number to reach them at, if it is not the one they call from."),
          Parameter.optional("email", 254, "Their e-mail address, as you read it back to them."),
          Parameter.optional("address", 500, "Where they live, as you read it back to them."));

  private final CustomerBook book;

  CreateCustomer(CustomerBook book) {
    this.book = book;
  }

  @Override
  public String name() {
    return "create_customer";
  }

  @Override
  public String description() {
    return "Enters the caller as a new customer, when they want to be one.";
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
    Optional<String> email = arguments.find("email");
    if (email.isPresent() && !MAIL.matcher(email.get()).matches()) {
      return Output.again("email", "I did not get that address. Could you spell it, please?");
    }
    String name = arguments.get("name");
    E164 reached = phone.orElse(on.caller());
    Optional<Customer> known =
        reached == null
            ? Optional.empty()
            : book.calling(on.tenant(), reached).stream()
                .filter(customer -> customer.name().equalsIgnoreCase(name))
                .findFirst();
    Customer customer =
        known.orElseGet(
            () ->
                book.enter(
                    on.tenant(),
                    new Customer.Details(
                        null,
                        name,
                        reached,
                        email.orElse(null),
                        arguments.find("address").orElse(null),
                        null)));
    return Output.done(
            known.isPresent()
                ? "You are in our books already, " + customer.name() + "."
                : "Thank you, " + customer.name() + ". You are in our books now.")
        .put("customer_number", customer.number());
  }
}
