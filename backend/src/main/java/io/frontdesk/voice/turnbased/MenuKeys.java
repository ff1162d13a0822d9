package io.frontdesk.voice.turnbased;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frontdesk.business.Businesses;
import io.frontdesk.call.Urgency;
import io.frontdesk.conversation.ConversationEvent.ToolFinished;
import io.frontdesk.conversation.FunctionCall;
import io.frontdesk.conversation.tool.OnCall;
import io.frontdesk.conversation.tool.ToolBox;
import io.frontdesk.conversation.transfer.TransferWords;
import io.frontdesk.receptionist.MenuEntry;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.voice.CallInHand;
import io.frontdesk.voice.KeyMenu;
import io.frontdesk.voice.exchange.Heard;
import io.frontdesk.web.WireName;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Does what the keys stand for that a business offers after its greeting, without asking any
/// model. Whoever speaks instead is answered as ever.
@Singleton
class MenuKeys {
  /// So often the keys are told before the caller is asked to speak.
  private static final int MOST_OFFERS = 2;

  private final Answers answers;
  private final ToolBox tools;
  private final Businesses businesses;
  private final Tenancy tenancy;
  private final ObjectMapper json;

  MenuKeys(
      Answers answers, ToolBox tools, Businesses businesses, Tenancy tenancy, ObjectMapper json) {
    this.answers = answers;
    this.tools = tools;
    this.businesses = businesses;
    this.tenancy = tenancy;
    this.json = json;
  }

  /// The answer to what was done after the keys were offered.
  ///
  /// @param before where the talk stood
  /// @return TwiML; empty if the keys have nothing to do with it
  Optional<String> answer(CallInHand hand, int step, Course before, Heard heard) {
    KeyMenu menu = KeyMenu.of(hand);
    if (!before.offersKeys() || !menu.isOffered()) {
      return Optional.empty();
    }
    Locale spoken = menu.language();
    return switch (heard) {
      case Heard.Words _ -> Optional.empty();
      case Heard.Nothing _ ->
          before.timesOffered() < MOST_OFFERS
              ? Optional.of(
                  answers.ask(hand, step, before.silentOffering(), menu.text(), spoken, List.of()))
              : Optional.empty();
      case Heard.Keys(String keys) ->
          Optional.of(
              menu.at(keys)
                  .map(entry -> leadTo(hand, step, menu, entry))
                  .orElseGet(() -> unknown(hand, step, before, menu)));
    };
  }

  private String unknown(CallInHand hand, int step, Course before, KeyMenu menu) {
    boolean again = before.timesOffered() < MOST_OFFERS;
    String says = menu.unknown() + " " + (again ? menu.text() : menu.justSpeak());
    Course course = again ? before.offeringAgain() : Course.BEGUN;
    return answers.ask(hand, step, course, says, menu.language(), List.of());
  }

  private String leadTo(CallInHand hand, int step, KeyMenu menu, MenuEntry entry) {
    return switch (entry.does()) {
      case TRANSFER -> transfer(hand, step, menu, entry);
      case SAY -> {
        String says = entry.say() == null ? menu.talk() : entry.say();
        yield answers.ask(hand, step, Course.OFFERING, says, menu.language(), List.of());
      }
      case MESSAGE ->
          answers.ask(hand, step, Course.BEGUN, menu.message(), menu.language(), List.of());
      case TALK -> answers.ask(hand, step, Course.BEGUN, menu.talk(), menu.language(), List.of());
    };
  }

  private String transfer(CallInHand hand, int step, KeyMenu menu, MenuEntry entry) {
    ToolFinished finished = connect(hand, step, entry);
    var words = TransferWords.in(hand.receptionist().languages().getFirst());
    return finished.handsOver()
        ? answers.handOver(
            hand, step, words.announcement(), menu.language(), List.of(finished.call()))
        : answers.tell(hand, step, words.nobody(), menu.language(), List.of(finished.call()));
  }

  /// Pressed once, it is done once, however often the step is answered. Whom the business has put
  /// behind a key is there for it.
  private ToolFinished connect(CallInHand hand, int step, MenuEntry entry) {
    ObjectNode wish =
        json.createObjectNode()
            .put("reason", entry.text())
            .put("urgency", WireName.of(Urgency.HIGH));
    if (entry.target() != null) {
      wish.put("to", entry.target());
    }
    var call = new FunctionCall("step_%d_key".formatted(step), "transfer_call", wish.toString());
    OnCall on =
        OnCall.of(
            hand.tenant(),
            hand.call(),
            tenancy.run(hand.tenant(), () -> businesses.of(hand.tenant())));
    var finished = new CompletableFuture<ToolFinished>();
    tools.run(on, call, finished::complete);
    return finished.join();
  }
}
