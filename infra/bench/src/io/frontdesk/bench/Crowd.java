package io.frontdesk.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;

/// The callers of one subject.
final class Crowd {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration A_MOMENT = Duration.ofMillis(20);

  /// One numbering for all: the model tells calls apart by it.
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private final Generator generator;
  private final Subject subject;
  private final Webhook webhook;
  private final List<PhoneSide> phones = new ArrayList<>();
  private final Histogram webhooks = new Histogram();

  Crowd(Generator generator, Subject subject) {
    this.generator = generator;
    this.subject = subject;
    this.webhook = new Webhook(subject.webhook());
  }

  /// Lets more people call, so many a second, until that many do. Who is not answered is missing
  /// from those who talk.
  void growTo(int calls, int perSecond) {
    List<Line> lines = subject.lines(calls);
    var ringing = new ArrayList<CompletableFuture<PhoneSide>>();
    long first = System.nanoTime();
    int already = phones.size();
    for (int i = already; i < calls; i++) {
      sleepUntil(first + (i - already) * 1_000_000_000L / perSecond);
      ringing.add(ring(lines.get(i % lines.size())));
    }
    for (var one : ringing) {
      try {
        phones.add(one.join());
      } catch (CompletionException e) {
        System.err.println("A call was not answered: " + e.getCause());
      }
    }
  }

  CompletableFuture<PhoneSide> ring(Line line) {
    var call = new Call(NUMBERS.incrementAndGet(), line);
    return webhook
        .ring(line, call.sid, call.from())
        .thenApply(
            answer -> {
              synchronized (webhooks) {
                webhooks.add(answer.nanos());
              }
              return generator.connect(call, answer.stream());
            });
  }

  /// Twilio tells of a call that is over, once its stream is.
  void tellsTheEnd(PhoneSide phone) {
    Call call = phone.call();
    var _ = phone.gone().thenRun(() -> webhook.completed(call.line, call.sid, call.from()));
  }

  /// How long the answers to webhooks took since the last time.
  Histogram webhooks() {
    var taken = new Histogram();
    synchronized (webhooks) {
      taken.addAll(webhooks);
      webhooks.clear();
    }
    return taken;
  }

  /// How many are still on the line.
  long talking() {
    return phones.stream().filter(phone -> !phone.gone().isDone()).count();
  }

  /// Everybody hangs up, and is gone when this returns; whose goodbye nobody answers is cut off.
  void hangUp() {
    phones.forEach(PhoneSide::hangUp);
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (talking() > 0 && System.nanoTime() < until) {
      pause(A_MOMENT);
    }
    phones.forEach(phone -> phone.cut(false));
    Child.await("everybody to be gone", PATIENCE, () -> talking() == 0);
    phones.clear();
  }

  static void sleepUntil(long nanoTime) {
    long left = nanoTime - System.nanoTime();
    if (left > 0) {
      pause(Duration.ofNanos(left));
    }
  }

  static void pause(Duration length) {
    try {
      Thread.sleep(length);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
