package io.frontdesk.voice.turnbased;

import io.frontdesk.business.Business;
import io.frontdesk.business.Businesses;
import io.frontdesk.call.Call;
import io.frontdesk.call.CallLog;
import io.frontdesk.call.Speaker;
import io.frontdesk.call.ToolCall;
import io.frontdesk.call.Turn;
import io.frontdesk.conversation.AlarmRules;
import io.frontdesk.conversation.ConversationEvent.ToolFinished;
import io.frontdesk.conversation.FunctionCall;
import io.frontdesk.conversation.alarm.Alarm;
import io.frontdesk.conversation.tool.OnCall;
import io.frontdesk.conversation.tool.ToolBox;
import io.frontdesk.conversation.transfer.TransferWords;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.voice.CallInHand;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Does what follows at once from a caller's words, without asking any model.
@Singleton
class AtOnce {
  private final Answers answers;
  private final ToolBox tools;
  private final CallLog log;
  private final Businesses businesses;
  private final Tenancy tenancy;

  AtOnce(Answers answers, ToolBox tools, CallLog log, Businesses businesses, Tenancy tenancy) {
    this.answers = answers;
    this.tools = tools;
    this.log = log;
    this.businesses = businesses;
    this.tenancy = tenancy;
  }

  /// The answer to what the caller said last, which is in the transcript.
  ///
  /// @return TwiML; empty if nothing follows at once
  Optional<String> answer(CallInHand hand, int step) {
    List<String> said =
        log.transcript(hand.tenant(), hand.call().id()).stream()
            .filter(turn -> turn.speaker() == Speaker.CALLER)
            .map(Turn::text)
            .toList();
    if (said.isEmpty()) {
      return Optional.empty();
    }
    return hand.watch()
        .hears(said.subList(0, said.size() - 1), said.getLast())
        .map(alarm -> answer(hand, step, alarm));
  }

  private String answer(CallInHand hand, int step, Alarm alarm) {
    Locale language = Phrases.of(hand.receptionist()).spoken();
    Alarm.Connection with = alarm.connects();
    if (with == null) {
      var done =
          alarm.owesCallBack()
              ? List.of(run(hand, AlarmRules.callBack(alarm)).call())
              : List.<ToolCall>of();
      return answers.tell(hand, step, text(alarm.says(), null), language, done);
    }
    ToolFinished finished = run(hand, AlarmRules.call(alarm, with));
    var words = TransferWords.in(hand.receptionist().languages().getFirst());
    String outcome = finished.handsOver() ? words.announcement() : words.nobody();
    String says = text(alarm.says(), outcome);
    return finished.handsOver()
        ? answers.handOver(hand, step, says, language, List.of(finished.call()))
        : answers.tell(hand, step, says, language, List.of(finished.call()));
  }

  private ToolFinished run(CallInHand hand, FunctionCall wanted) {
    Call call = hand.call();
    Business business = tenancy.run(hand.tenant(), () -> businesses.of(hand.tenant()));
    OnCall on = OnCall.of(hand.tenant(), call, business);
    var finished = new CompletableFuture<ToolFinished>();
    tools.run(on, wanted, finished::complete);
    return finished.join();
  }

  private static String text(@Nullable String first, @Nullable String then) {
    return Stream.of(Optional.ofNullable(first), Optional.ofNullable(then))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(" "));
  }
}
