package io.frontdesk.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Takes one subject through all steps once.
final class Session {
  private static final int ARRIVALS = 50;
  private static final int QUICK_ARRIVALS = 100;
  private static final int LAST_GATED = 400;
  private static final int WARM_UP_CALLS = 150;
  private static final Duration WARM_UP = Duration.ofSeconds(8);
  private static final Duration SETTLE = Duration.ofMillis(2500);
  private static final Duration QUIET = Duration.ofMillis(500);
  private static final Duration LONGEST_UNREST = Duration.ofSeconds(20);
  private static final double KIB = 1024;

  private final Generator generator;
  private final Subject subject;
  private final Options options;
  private final Crowd crowd;
  private final Histogram webhooks = new Histogram();
  private final Histogram greetings = new Histogram();

  Session(Generator generator, Subject subject, Options options) {
    this.generator = generator;
    this.subject = subject;
    this.options = options;
    this.crowd = new Crowd(generator, subject);
  }

  Run run() {
    subject.lines(options.steps().getLast());
    warmUp();
    long heap = subject.greets() ? Jcmd.liveHeap(subject.pid()) : 0;
    long resident = Proc.residentKb(subject.pid());
    double heapPerCall = Double.NaN;
    double residentPerCall = Double.NaN;
    List<Figures> steps = new ArrayList<>();
    for (int calls : options.steps()) {
      grow(calls);
      steps.add(watch(calls));
      if (subject.greets() && calls == lastGated()) {
        generator.pause(true);
        Crowd.pause(QUIET);
        heapPerCall = (Jcmd.liveHeap(subject.pid()) - heap) / KIB / calls;
        residentPerCall = (Proc.residentKb(subject.pid()) - resident) / (double) calls;
        generator.pause(false);
      }
    }
    crowd.hangUp();
    return new Run(
        steps,
        webhooks.quantile(0.5),
        webhooks.quantile(0.99),
        greetings.quantile(0.5),
        greetings.quantile(0.99),
        heapPerCall,
        residentPerCall);
  }

  private int lastGated() {
    return options.steps().stream().filter(n -> n <= LAST_GATED).reduce(0, Math::max);
  }

  /// Code that has just been started is slow in a way that says nothing about it.
  private void warmUp() {
    crowd.growTo(Math.min(WARM_UP_CALLS, options.steps().getLast()), ARRIVALS);
    Crowd.pause(WARM_UP);
    crowd.hangUp();
    Child.await("the subject to rest", LONGEST_UNREST, this::rests);
    crowd.webhooks();
  }

  private boolean rests() {
    double before = Proc.cpuMs(subject.pid());
    Crowd.pause(QUIET);
    return Proc.cpuMs(subject.pid()) - before < QUIET.toMillis() * 0.05;
  }

  private void grow(int calls) {
    generator.collect();
    crowd.growTo(calls, calls > LAST_GATED ? QUICK_ARRIVALS : ARRIVALS);
    Crowd.pause(SETTLE);
    var seen = generator.collect();
    var answered = crowd.webhooks();
    if (calls <= LAST_GATED) {
      webhooks.addAll(answered);
      if (subject.greets()) {
        greetings.addAll(seen.greeting);
      }
    }
  }

  private Figures watch(int calls) {
    var host = Proc.Host.now();
    double cpu = Proc.cpuMs(subject.pid());
    long began = System.nanoTime();
    generator.collect();
    Crowd.pause(Duration.ofSeconds(options.seconds()));
    var seen = generator.collect();
    double seconds = (System.nanoTime() - began) / 1e9;
    return Figures.of(
        calls,
        seconds,
        Proc.cpuMs(subject.pid()) - cpu,
        Proc.Host.now().stolenSince(host),
        seen,
        calls - crowd.talking());
  }
}
