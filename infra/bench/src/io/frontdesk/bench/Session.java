package io.frontdesk.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Takes one subject through all steps once, after it has warmed up and, if it can, come to rest.
final class Session {
  private static final int ARRIVALS = 50;
  private static final int QUICK_ARRIVALS = 100;
  private static final int LAST_GATED = 400;
  private static final int COMERS = 150;
  private static final int WARM_UPS = 6;
  private static final Duration WARM_UP = Duration.ofSeconds(6);
  private static final Duration SETTLE = Duration.ofMillis(2200);
  private static final Duration QUIET = Duration.ofMillis(500);
  private static final Duration LONGEST_UNREST = Duration.ofSeconds(20);
  private static final double KIB = 1024;

  private final Generator generator;
  private final Subject subject;
  private final Options options;
  private final List<Integer> planned;
  private final Crowd crowd;
  private final Histogram webhooks = new Histogram();
  private final Histogram greetings = new Histogram();
  private double arrivalCpu;

  /// @param last whether it is the last run, which alone goes through steps that are only reported
  Session(Generator generator, Subject subject, Options options, boolean last) {
    this.generator = generator;
    this.subject = subject;
    this.options = options;
    this.planned = options.steps().stream().filter(calls -> last || calls <= LAST_GATED).toList();
    this.crowd = new Crowd(generator, subject);
  }

  Run run() {
    subject.lines(planned.getLast());
    warmUp();
    arrive();
    long heap = subject.greets() ? Jcmd.liveHeap(subject.pid()) : 0;
    long resident = Proc.residentKb(subject.pid());
    double heapPerCall = Double.NaN;
    double residentPerCall = Double.NaN;
    List<Figures> steps = new ArrayList<>();
    for (int calls : planned) {
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
        arrivalCpu,
        heapPerCall,
        residentPerCall);
  }

  private int lastGated() {
    return planned.stream().filter(n -> n <= LAST_GATED).reduce(0, Math::max);
  }

  /// Code that has just been started is slow in a way that says nothing about it.
  private void warmUp() {
    for (int i = 0; i < (subject.greets() ? WARM_UPS : 1); i++) {
      crowd.growTo(comers(), ARRIVALS);
      Crowd.pause(i == 0 ? WARM_UP : QUIET);
      crowd.hangUp();
    }
    rest();
  }

  /// People begin to call, 50 a second, where nobody did before.
  private void arrive() {
    generator.collect();
    crowd.webhooks();
    double cpu = Proc.cpuMs(subject.pid());
    crowd.growTo(comers(), ARRIVALS);
    webhooks.addAll(crowd.webhooks());
    arrivalCpu = (Proc.cpuMs(subject.pid()) - cpu) / comers();
    Crowd.pause(SETTLE);
    if (subject.greets()) {
      greetings.addAll(generator.collect().greeting);
    }
    crowd.hangUp();
    rest();
  }

  private int comers() {
    return Math.min(COMERS, planned.getLast());
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

  private void grow(int calls) {
    crowd.growTo(calls, calls > LAST_GATED ? QUICK_ARRIVALS : ARRIVALS);
    Crowd.pause(SETTLE);
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
