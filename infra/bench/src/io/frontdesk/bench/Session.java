package io.frontdesk.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Takes one subject through all steps once, as it is told to: warm, and, as far as it can, at rest
/// before each.
final class Session {
  private static final int ARRIVALS = 50;

  /// The first come slowly: whoever has just been started must not begin with a queue.
  private static final int GENTLY = 10;

  /// More gently where nobody looks at how they arrive.
  private static final int STEP_ARRIVALS = 25;

  /// More calls are only reported.
  static final int LAST_GATED = 400;

  private static final int COMERS = 150;
  private static final Duration SETTLE = Duration.ofMillis(2200);
  private static final Duration QUIET = Duration.ofMillis(500);
  private static final Duration LONGEST_UNREST = Duration.ofSeconds(20);
  private static final double KIB = 1024;

  private final Generator generator;
  private final Subject subject;
  private final Options options;
  private final Crowd crowd;
  private final List<Figures> steps = new ArrayList<>();
  private Arrivals arrivals = Arrivals.NONE;
  private int warmUps;
  private double heapPerCall = Double.NaN;
  private double residentPerCall = Double.NaN;

  Session(Generator generator, Subject subject, Options options) {
    this.generator = generator;
    this.subject = subject;
    this.options = options;
    this.crowd = new Crowd(generator, subject);
  }

  /// Code that has just been started is slow in a way that says nothing about it: people come, talk
  /// and go until that costs no less than it did before. Then as many as will be watched talk for a
  /// while, since what happens only now and then in a talk is compiled late.
  void warmUp() {
    subject.lines(options.steps().getLast());
    var warmth = new Warmth(options.mostWarmUps());
    while (!warmth.isReached()) {
      warmUps++;
      arrive(Math.min(ARRIVALS, warmUps * GENTLY));
      warmth.felt(arrivals.cpu());
    }
    crowd.growTo(lastGated(), STEP_ARRIVALS);
    Crowd.pause(Duration.ofSeconds(options.warmTalkSeconds()));
    crowd.hangUp();
    rest();
  }

  /// People begin to call, 50 a second, where nobody did before.
  void arrive() {
    arrive(ARRIVALS);
  }

  private void arrive(int perSecond) {
    int comers = Math.min(Math.min(COMERS, 3 * perSecond), options.steps().getLast());
    crowd.webhooks();
    generator.collect();
    double cpu = Proc.cpuMs(subject.pid());
    crowd.growTo(comers, perSecond);
    double arrived = Proc.cpuMs(subject.pid());
    Histogram webhooks = crowd.webhooks();
    Crowd.pause(SETTLE);
    Meters seen = generator.collect();
    arrivals =
        new Arrivals(
            webhooks.quantile(0.5),
            webhooks.quantile(0.99),
            subject.greets() ? seen.greeting.quantile(0.5) : Double.NaN,
            subject.greets() ? seen.greeting.quantile(0.99) : Double.NaN,
            (arrived - cpu) / comers,
            comers - crowd.talking(),
            seen.tickLag.quantile(0.99));
    crowd.hangUp();
    rest();
  }

  /// So many talk, and are watched; the last time that counts they fall silent, too.
  Figures step(int calls) {
    boolean idle = subject.greets() && calls == lastGated();
    long heap = idle ? Jcmd.liveHeap(subject.pid()) : 0;
    long resident = Proc.residentKb(subject.pid());
    crowd.growTo(calls, STEP_ARRIVALS);
    Crowd.pause(SETTLE);
    Figures figures = watch(calls);
    steps.add(figures);
    if (idle) {
      generator.pause(true);
      Crowd.pause(QUIET);
      heapPerCall = (Jcmd.liveHeap(subject.pid()) - heap) / KIB / calls;
      residentPerCall = (Proc.residentKb(subject.pid()) - resident) / (double) calls;
      generator.pause(false);
    }
    crowd.hangUp();
    rest();
    return figures;
  }

  Run result() {
    return new Run(steps, arrivals, warmUps, heapPerCall, residentPerCall);
  }

  private int lastGated() {
    return options.steps().stream().filter(n -> n <= LAST_GATED).reduce(0, Math::max);
  }

  private void rest() {
    long until = System.nanoTime() + LONGEST_UNREST.toNanos();
    boolean rests = false;
    while (!rests && System.nanoTime() < until) {
      double before = Proc.cpuMs(subject.pid());
      Crowd.pause(QUIET);
      rests = Proc.cpuMs(subject.pid()) - before < QUIET.toMillis() * 0.05;
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
