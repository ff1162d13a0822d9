package io.frontdesk.bench;

import java.net.URI;
import java.util.List;

/// What is measured: a process of its own that answers calls and joins them to the model.
interface Subject extends AutoCloseable {
  long pid();

  /// Where Twilio asks how to answer.
  URI webhook();

  /// Lines that it answers, enough of them for as many calls.
  List<Line> lines(int calls);

  /// Whether it is a receptionist: says the first word, and keeps what belongs to a call.
  boolean greets();

  @Override
  void close();
}
