package io.frontdesk.voice;

import io.frontdesk.database.Outage;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Enters what Twilio tells us once and nobody waits for: that a call is over, what was left on a
/// voicemail. While the database is away, or too busy, it waits here, and Twilio is thanked. What
/// fails for another reason would fail again: it is in the service's log, and no thread goes on
/// trying.
@Singleton
public class Notices {
  private static final Logger LOG = LoggerFactory.getLogger(Notices.class);

  private final WritingDesk desk;
  private final Unfinished unfinished;
  private final Duration patience;

  Notices(
      WritingDesk desk,
      Unfinished unfinished,
      @Property(name = "voice.patience.answer", defaultValue = "3s") Duration patience) {
    this.desk = desk;
    this.unfinished = unfinished;
    this.patience = patience;
  }

  /// Returns when `entry` is stored, or will be as soon as that can be.
  ///
  /// @param about names the call in the log
  /// @param entry may be run more than once
  public void enter(String about, Runnable entry) {
    var writer = new CallWriter(desk, about, Runnable::run);
    writer.end(() -> once(about, entry));
    unfinished.until(writer.done());
    awaits(writer.done());
  }

  private static void once(String about, Runnable entry) {
    try {
      entry.run();
    } catch (RuntimeException e) {
      if (Outage.mayPass(e)) {
        throw e;
      }
      LOG.error("What was told about call {} could not be entered", about, e);
    }
  }

  private void awaits(CompletableFuture<?> stored) {
    try {
      stored.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException later) {
      // It goes on being tried.
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
