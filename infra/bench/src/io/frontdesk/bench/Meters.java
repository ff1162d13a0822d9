package io.frontdesk.bench;

/// What one event loop of the generator has seen in a stretch of time. Of that loop only.
final class Meters {
  final Histogram toModel = new Histogram();
  final Histogram toCaller = new Histogram();
  final Histogram clear = new Histogram();
  final Histogram tickLag = new Histogram();
  final Histogram greeting = new Histogram();
  long lost;
  long disordered;

  void addAll(Meters other) {
    toModel.addAll(other.toModel);
    toCaller.addAll(other.toCaller);
    clear.addAll(other.clear);
    tickLag.addAll(other.tickLag);
    greeting.addAll(other.greeting);
    lost += other.lost;
    disordered += other.disordered;
  }

  void clearAll() {
    toModel.clear();
    toCaller.clear();
    clear.clear();
    tickLag.clear();
    greeting.clear();
    lost = 0;
    disordered = 0;
  }
}
