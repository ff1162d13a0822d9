package io.frontdesk.sandbox.openai.mind;

/// What the model is told in the tests: it answers for a bakery.
final class Bakery {
  static final String INSTRUCTIONS =
      """
      You are the receptionist of a bakery. Ask one question at a time.

      # Facts
      - Opening hours: Monday to Friday, seven to six.

      # Questions
      - name: May I have your name?
      - cake: Which cake would you like?
      - allergy (optional): Is there anything you must not eat?

      # Now
      Saturday 21 November 2026, 09:30, Europe/Vienna, closed.
      The caller's number is +4315550100.
      """;
  static final Tool ORDER =
      Talk.tool(
          "order_cake",
          "Orders a cake to be picked up.",
          """
          "name": {"type": "string", "description": "The caller's name"},
          "pickup": {"type": "string", "description": "When the caller wants to pick it up"},
          "guests": {"type": "integer", "description": "How many people it is for"},
          "phone": {"type": "string", "description": "A phone number to ring back"},
          "size": {"type": "string", "enum": ["small", "large"]}
          """,
          "name",
          "pickup",
          "guests");
  static final Tool MESSAGE =
      Talk.tool(
          "take_message",
          "Takes a message for the baker.",
          """
          "name": {"type": "string"},
          "text": {"type": "string", "description": "The message."},
          "urgency": {"type": "string", "description": "How urgent", "enum": ["low", "high"]}
          """,
          "name",
          "text",
          "urgency");
  static final Tool END = Talk.tool("end_call", "Ends the call politely.", "");

  private Bakery() {}

  static Talk talk() {
    return new Talk(INSTRUCTIONS, ORDER, MESSAGE, END);
  }
}
