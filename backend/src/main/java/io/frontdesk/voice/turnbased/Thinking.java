package io.frontdesk.voice.turnbased;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.frontdesk.business.Business;
import io.frontdesk.business.Businesses;
import io.frontdesk.call.Call;
import io.frontdesk.call.CallLog;
import io.frontdesk.call.CallResumptions;
import io.frontdesk.call.ToolCall;
import io.frontdesk.call.Turn;
import io.frontdesk.chat.ChatModels;
import io.frontdesk.conversation.ConversationEvent.ToolFinished;
import io.frontdesk.conversation.FunctionCall;
import io.frontdesk.conversation.Prompt;
import io.frontdesk.conversation.PromptPage;
import io.frontdesk.conversation.tool.CallFile;
import io.frontdesk.conversation.tool.OnCall;
import io.frontdesk.conversation.tool.ToolBox;
import io.frontdesk.conversation.tool.ToolSpec;
import io.frontdesk.database.Outage;
import io.frontdesk.receptionist.Service;
import io.frontdesk.receptionist.Services;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.voice.CallInHand;
import io.frontdesk.voice.Unfinished;
import io.frontdesk.voice.exchange.Exchanges;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Thinks about what callers said, each time on a thread of its own, while their line is asked
/// again and again whether there is an answer.
@Singleton
class Thinking {
  private static final Logger LOG = LoggerFactory.getLogger(Thinking.class);

  /// How long a model may take for one answer.
  private static final Duration PATIENCE = Duration.ofSeconds(12);

  /// How long it may take all in all, with what it wants done.
  private static final Duration LONGEST = Duration.ofSeconds(25);

  /// Of which so much is left for saying what was done: later nothing is begun, and what is not
  /// done by then never is.
  private static final Duration TO_SAY_SO = Duration.ofSeconds(3);

  /// How often it is told that a step is thought about.
  private static final Duration HEARTBEAT = Duration.ofSeconds(3);

  /// Whoever has not told so for so long, three times in a row, is gone.
  static final Duration GONE = HEARTBEAT.multipliedBy(3).plusSeconds(1);

  /// How long what came of it is remembered here.
  private static final Duration REMEMBERED = Duration.ofMinutes(2);

  private final ChatModels models;
  private final ToolBox tools;
  private final CallFile file;
  private final CallLog log;
  private final CallResumptions resumptions;
  private final Businesses businesses;
  private final Services services;
  private final Answers answers;
  private final Exchanges exchanges;
  private final Tenancy tenancy;
  private final Unfinished unfinished;
  private final Clock clock;
  private final Executor threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Cache<Subject, CompletableFuture<String>> thoughts =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(REMEMBERED).build();

  Thinking(
      ChatModels models,
      ToolBox tools,
      CallFile file,
      CallLog log,
      CallResumptions resumptions,
      Businesses businesses,
      Services services,
      Answers answers,
      Exchanges exchanges,
      Tenancy tenancy,
      Unfinished unfinished,
      Clock clock) {
    this.models = models;
    this.tools = tools;
    this.file = file;
    this.log = log;
    this.resumptions = resumptions;
    this.businesses = businesses;
    this.services = services;
    this.answers = answers;
    this.exchanges = exchanges;
    this.tenancy = tenancy;
    this.unfinished = unfinished;
    this.clock = clock;
  }

  private record Subject(UUID callId, int step) {}

  /// What the database knows.
  private record Known(
      Business business,
      List<Service> bookable,
      List<Turn> turns,
      List<ToolCall> untold,
      @Nullable String meanwhile,
      OnCall on,
      List<PromptPage> pages,
      List<ToolSpec> tools) {}

  /// Begins to think about a step of a call.
  ///
  /// @return TwiML, in some seconds; or it fails
  CompletableFuture<String> begin(CallInHand hand, int step) {
    Instant end = clock.instant().plus(LONGEST).minus(TO_SAY_SO);
    var thought =
        CompletableFuture.supplyAsync(() -> think(hand, step, end), threads)
            .orTimeout(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
    thoughts.put(new Subject(hand.call().id(), step), thought);
    unfinished.until(thought);
    threads.execute(() -> tellsOf(hand, step, thought));
    return thought;
  }

  /// As long as it goes on: other nodes know by that that this one is there.
  private void tellsOf(CallInHand hand, int step, CompletableFuture<String> thought) {
    while (!isOverAfter(HEARTBEAT, thought)) {
      try {
        exchanges.atWork(hand.tenant(), hand.call().id(), step);
      } catch (RuntimeException e) {
        LOG.warn("Nobody was told that step {} is thought about: {}", step, e.toString());
      }
    }
  }

  private static boolean isOverAfter(Duration time, CompletableFuture<String> thought) {
    try {
      thought.get(time.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException goesOn) {
      return false;
    } catch (ExecutionException e) {
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /// What is thought about a step, or was a moment ago; empty if that is not here.
  Optional<CompletableFuture<String>> about(UUID callId, int step) {
    return Optional.ofNullable(thoughts.getIfPresent(new Subject(callId, step)));
  }

  /// Whether that could not be thought about because the database went away: it is to be begun
  /// anew.
  boolean isLost(CompletableFuture<String> thought) {
    return thought.isCompletedExceptionally() && Outage.caused(thought.exceptionNow());
  }

  /// @param end by when all must be done
  private String think(CallInHand hand, int step, Instant end) {
    Call call = hand.call();
    Known known = tenancy.run(hand.tenant(), () -> read(hand.tenant(), call));
    var prompt =
        new Prompt(
            known.business,
            hand.receptionist(),
            known.bookable,
            call.now(clock),
            call.party(),
            call.errand(),
            known.pages);
    var phrases = Phrases.of(hand.receptionist());
    var thought =
        new Thought(
            step,
            models.candidates(hand.tenant(), hand.receptionist().chatModel(), PATIENCE),
            ToolList.of(known.tools),
            wanted -> run(known.on, wanted, end),
            () -> !clock.instant().isBefore(end),
            phrases.isEnglish(),
            Briefing.of(prompt.text(), known.turns, known.untold, known.meanwhile));
    Reply reply = thought.reply().after(known.untold);
    if (!reply.used().isEmpty()) {
      log.used(hand.tenant(), call.id(), reply.used());
    }
    CallInHand now = reply.done().isEmpty() ? hand : inLanguageOfNow(hand);
    Locale spoken = Phrases.of(now.receptionist()).spoken();
    return switch (reply.then()) {
      case LISTEN -> answers.ask(now, step, Course.BEGUN, reply.text(), spoken, reply.done());
      case LEAVE -> answers.leave(now, step, Course.BEGUN, reply.text(), spoken, reply.done());
      case HAND_OVER -> answers.handOver(now, step, reply.text(), spoken, reply.done());
    };
  }

  /// What was done may have been a change of the language.
  private CallInHand inLanguageOfNow(CallInHand hand) {
    return hand.speaking(
        log.find(hand.tenant(), hand.call().id()).map(Call::language).orElse(null));
  }

  private Known read(TenantId tenant, Call call) {
    Business business = businesses.of(tenant);
    OnCall on = OnCall.of(tenant, call, business);
    List<Turn> turns = log.transcript(tenant, call.id());
    return new Known(
        business,
        services.offered(tenant),
        turns,
        log.untold(tenant, call.id(), turns),
        resumptions.waiting(tenant, call.id()).note(),
        on,
        file.pages(on),
        tools.specs(on));
  }

  private ToolFinished run(OnCall on, FunctionCall wanted, Instant end) {
    var finished = new CompletableFuture<ToolFinished>();
    tools.run(on, wanted, Duration.between(clock.instant(), end), finished::complete);
    return finished.join();
  }
}
