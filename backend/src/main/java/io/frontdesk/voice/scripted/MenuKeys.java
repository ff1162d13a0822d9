package io.frontdesk.voice.scripted;

import io.frontdesk.call.CallLog;
import io.frontdesk.call.Urgency;
import io.frontdesk.conversation.alarm.Alarm;
import io.frontdesk.conversation.transfer.TransferWords;
import io.frontdesk.receptionist.MenuEntry;
import io.frontdesk.voice.CallInHand;
import io.frontdesk.voice.KeyMenu;
import io.frontdesk.voice.exchange.Heard;
import jakarta.inject.Singleton;
import java.util.Optional;

/// The keys that a business offers with its greeting, where a message is taken of whoever does not
/// press one that leads elsewhere. They may be pressed until the first question is answered: later
/// ones are answered by keys of their own. Works in the running transaction.
@Singleton
class MenuKeys {
  private static final int GREETING = 0;

  private final Alarms alarms;
  private final CallLog log;

  MenuKeys(Alarms alarms, CallLog log) {
    this.alarms = alarms;
    this.log = log;
  }

  /// Where a key leads.
  ///
  /// @param says first
  /// @param elsewhere whether somebody will be rung then; if not, the script goes on
  record Way(String says, boolean elsewhere) {}

  /// What is said first, with the keys if there are any.
  static String introduction(CallInHand hand) {
    KeyMenu menu = KeyMenu.of(hand);
    return menu.isOffered() ? hand.introduction() + " " + menu.text() : hand.introduction();
  }

  /// The keys once more; blank if none were offered.
  String again(CallInHand hand) {
    return wereOffered(hand) ? KeyMenu.of(hand).text() : "";
  }

  /// Whether one key will do for what is asked now.
  ///
  /// @param state of which the question is asked
  boolean areOfferedAt(int step, State state, CallInHand hand) {
    return step == GREETING
        ? !hand.begun() && KeyMenu.of(hand).isOffered()
        : state.isAtTheStart() && wereOffered(hand);
  }

  /// Where it leads what was pressed then; empty if it was no key that was offered.
  ///
  /// @param state of which the question was asked
  Optional<Way> pressed(CallInHand hand, int step, State state, Heard heard) {
    return heard instanceof Heard.Keys(String keys) && mayBePressed(step - 1, state, hand)
        ? KeyMenu.of(hand).at(keys).map(entry -> way(hand, entry))
        : Optional.empty();
  }

  private boolean mayBePressed(int asked, State state, CallInHand hand) {
    return (asked == GREETING || state.isAtTheStart()) && wereOffered(hand);
  }

  /// Whoever else has begun the call has offered none.
  private boolean wereOffered(CallInHand hand) {
    KeyMenu menu = KeyMenu.of(hand);
    return menu.isOffered()
        && log.transcript(hand.tenant(), hand.call().id()).stream()
            .findFirst()
            .filter(turn -> turn.text().contains(menu.text()))
            .isPresent();
  }

  private Way way(CallInHand hand, MenuEntry entry) {
    return switch (entry.does()) {
      case TRANSFER -> {
        var words = TransferWords.in(hand.receptionist().languages().getFirst());
        var with = new Alarm.Connection(entry.target(), entry.text(), Urgency.HIGH);
        yield alarms.connects(hand, with)
            ? new Way(words.announcement(), true)
            : new Way(words.nobody(), false);
      }
      case SAY -> new Way(entry.say() == null ? "" : entry.say(), false);
      case MESSAGE, TALK -> new Way("", false);
    };
  }
}
