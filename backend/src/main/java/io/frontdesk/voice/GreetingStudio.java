package io.frontdesk.voice;

import io.frontdesk.receptionist.ReceptionistConfig;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.voice.speech.Announcer;
import io.frontdesk.voice.speech.CreateResponse;
import io.frontdesk.voice.speech.SessionConfig;
import io.frontdesk.voice.speech.SpeechCommand;
import io.frontdesk.voice.speech.SpeechEvent;
import io.frontdesk.voice.speech.SpeechModel;
import io.frontdesk.voice.speech.SpeechSession;
import io.frontdesk.voice.wire.Drops;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Has a sentence spoken by a receptionist's own model and voice.
@Singleton
class GreetingStudio implements Announcer {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String INSTRUCTIONS = "You read out what you are asked to, word for word.";

  /// More than the longest opening takes; of one that was cut short the end would never be heard.
  private static final int MOST_BYTES = 180 * 8000;

  private final EventLoopGroup loops =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());

  private final Ensembles ensembles;
  private final SpeechModels models;

  GreetingStudio(Ensembles ensembles, SpeechModels models) {
    this.ensembles = ensembles;
    this.models = models;
  }

  @Override
  public boolean isChosenBy(ReceptionistConfig receptionist) {
    return receptionist.greetingVoice() == null;
  }

  @Override
  public String soundOf(TenantId tenant, ReceptionistConfig receptionist) {
    Ensemble ensemble = ensembles.of(receptionist);
    return String.join(
        "\n", ensemble.speech().name(), ensemble.voice(), String.valueOf(ensemble.speed()));
  }

  @Override
  public byte[] record(TenantId tenant, ReceptionistConfig receptionist) {
    Ensemble ensemble = ensembles.of(receptionist);
    SpeechModel model = models.of(tenant, ensemble.speech());
    var take =
        new Take(
            ensemble.session(receptionist, INSTRUCTIONS, "", List.of()), receptionist.opening());
    EventLoop loop = loops.next();
    loop.execute(
        () -> take.connection = model.open(loop, NioSocketChannel.class, new Drops(), take));
    try {
      return take.result.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the greeting could not be recorded", e);
    } finally {
      loop.execute(take::close);
    }
  }

  @PreDestroy
  void stop() {
    var _ = loops.shutdownGracefully(0, 1, TimeUnit.SECONDS);
  }

  private static final class Take implements SpeechSession.Listener {
    final CompletableFuture<byte[]> result = new CompletableFuture<>();
    private final ByteArrayOutputStream sound = new ByteArrayOutputStream();
    private final String words;
    private final SessionConfig session;
    private @Nullable SpeechSession connection;

    Take(SessionConfig session, String words) {
      this.session = session;
      this.words = words;
    }

    @Override
    public void said(SpeechEvent event) {
      switch (event) {
        case SpeechEvent.Opened _ -> send(new SpeechCommand.Start(session));
        case SpeechEvent.Ready _ -> send(new CreateResponse("greeting", "Say exactly: " + words));
        case SpeechEvent.AudioDelta delta -> add(delta);
        case SpeechEvent.ResponseDone done -> finish(done);
        case SpeechEvent.Refused refused -> lost(refused.code() + " " + refused.message());
        default -> {}
      }
    }

    @Override
    public void lost(String reason) {
      result.completeExceptionally(new IllegalStateException(reason));
    }

    void close() {
      if (connection != null) {
        connection.close();
      }
    }

    private void send(SpeechCommand command) {
      if (connection != null) {
        connection.send(command);
      }
    }

    private void add(SpeechEvent.AudioDelta delta) {
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
}
