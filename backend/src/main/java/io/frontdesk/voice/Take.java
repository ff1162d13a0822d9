package io.frontdesk.voice;

import io.frontdesk.voice.speech.CreateResponse;
import io.frontdesk.voice.speech.SessionConfig;
import io.frontdesk.voice.speech.SpeechCommand;
import io.frontdesk.voice.speech.SpeechEvent;
import io.frontdesk.voice.speech.SpeechSession;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// One sentence, spoken by a model in a session of its own. Everything but waiting for it is the
/// event loop's.
final class Take implements SpeechSession.Listener {
  /// More than the longest opening takes; of one that was cut short the end would never be heard.
  private static final int MOST_BYTES = 180 * 8000;

  private final CompletableFuture<byte[]> result = new CompletableFuture<>();
  private final ByteArrayOutputStream sound = new ByteArrayOutputStream();
  private final String words;
  private final SessionConfig session;
  private final long begunNs = System.nanoTime();
  private @Nullable SpeechSession connection;
  private volatile long firstSoundNs;
  private volatile String spoken = "";

  Take(SessionConfig session, String words) {
    this.session = session;
    this.words = words;
  }

  /// What it is told by.
  void in(SpeechSession opened) {
    connection = opened;
  }

  /// Waits for the sound: G.711 µ-law, 8 kHz, mono.
  ///
  /// @throws IllegalStateException if it does not come
  byte[] await(Duration patience) {
    try {
      return result.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(Objects.requireNonNull(e.getCause()).getMessage(), e);
    } catch (TimeoutException e) {
      throw new IllegalStateException("nothing was said within " + patience.toSeconds() + " s", e);
    }
  }

  /// How long it took until something could be heard, once it could.
  Duration untilFirstSound() {
    return Duration.ofNanos(firstSoundNs - begunNs);
  }

  /// What the model says it has said, if it tells.
  String spoken() {
    return spoken;
  }

  void close() {
    if (connection != null) {
      connection.close();
    }
  }

  @Override
  public void said(SpeechEvent event) {
    switch (event) {
      case SpeechEvent.Opened _ -> send(new SpeechCommand.Start(session));
      case SpeechEvent.Ready _ -> send(new CreateResponse("take", "Say exactly: " + words));
      case SpeechEvent.AudioDelta delta -> add(delta);
      case SpeechEvent.TranscriptDone done -> spoken = done.words();
      case SpeechEvent.ResponseDone done -> finish(done);
      case SpeechEvent.Refused refused -> lost(refused.code() + " " + refused.message());
      default -> {}
    }
  }

  @Override
  public void lost(String reason) {
    result.completeExceptionally(new IllegalStateException(reason));
  }

  private void send(SpeechCommand command) {
    if (connection != null) {
      connection.send(command);
    }
  }

  private void add(SpeechEvent.AudioDelta delta) {
    if (sound.size() == 0) {
      firstSoundNs = System.nanoTime();
    }
    if (sound.size() >= MOST_BYTES) {
      lost("it goes on and on");
    } else {
      String text = delta.audio().toString(StandardCharsets.US_ASCII).replace("\\/", "/");
      sound.writeBytes(Base64.getDecoder().decode(text));
    }
  }

  private void finish(SpeechEvent.ResponseDone done) {
    if (done.status() == SpeechEvent.Status.COMPLETED && sound.size() > 0) {
      result.complete(sound.toByteArray());
    } else {
      lost("the answer was " + done.status() + ", " + done.errorCode());
    }
  }
}
