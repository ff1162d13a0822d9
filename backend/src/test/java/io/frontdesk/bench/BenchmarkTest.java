package io.frontdesk.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The benchmark's callers and model get through to whom they shall measure, and see every frame.
/// What it measures on a quiet machine is in docs/performance.md.
class BenchmarkTest {
  private static final int CALLS = 3;

  @BeforeAll
  static void onlyOnLinux() {
    assumeTrue(Epoll.isAvailable());
  }

  @Test
  void theServiceBringsEveryFrameBothWays() {
    try (var generator = new Generator();
        var service =
            RunningService.start(Map.of("openai.realtime-url", generator.model().toString()))) {
      Meters seen = talk(generator, new ServiceHere(service, line(service)));

      assertThat(seen.lost).isZero();
      assertThat(service.bean(EventLoopGroup.class))
          .isInstanceOfSatisfying(
              IoEventLoopGroup.class,
              loops -> assertThat(loops.isIoType(EpollIoHandler.class)).isTrue());
    }
  }

  @Test
  void theRelayDoesTooAndSilencesTheCaller() {
    try (var generator = new Generator()) {
      int port = Relay.start(generator.model());

      Meters seen = talk(generator, new RelayHere(URI.create("http://localhost:" + port + "/")));

      assertThat(seen.clear.total()).isEqualTo(CALLS);
    }
  }

  private static Meters talk(Generator generator, Subject subject) {
    var crowd = new Crowd(generator, subject);
    crowd.growTo(CALLS, 50);
    var seen = new Meters();
    await()
        .until(
            () -> {
              seen.addAll(generator.collect());
              return seen.toModel.total() > 100 * CALLS && seen.toCaller.total() > 30 * CALLS;
            });
    assertThat(crowd.talking()).isEqualTo(CALLS);
    crowd.hangUp();
    assertThat(seen.disordered).isZero();
    return seen;
  }

  private static Line line(RunningService service) {
    Owner owner = Owner.signUp(service, "Bench " + UUID.randomUUID());
    JsonNode sandbox =
        await()
            .until(
                () -> owner.api().get("/api/v1/sandbox").body(),
                body -> !body.path("numbers").isEmpty());
    return new Line(
        sandbox.path("account_sid").asText(),
        sandbox.path("auth_token").asText(),
        sandbox.at("/numbers/0").asText());
  }

  private record ServiceHere(RunningService service, Line line) implements Subject {
    @Override
    public long pid() {
      return ProcessHandle.current().pid();
    }

    @Override
    public URI webhook() {
      return service.url().resolve("/api/v1/voice/incoming");
    }

    @Override
    public List<Line> lines(int calls) {
      return Collections.nCopies(calls, line);
    }

    @Override
    public boolean greets() {
      return true;
    }

    @Override
    public void close() {}
  }

  private record RelayHere(URI webhook) implements Subject {
    @Override
    public long pid() {
      return ProcessHandle.current().pid();
    }

    @Override
    public List<Line> lines(int calls) {
      return Collections.nCopies(calls, new Line("AC1", "token", "+12125550100"));
    }

    @Override
    public boolean greets() {
      return false;
    }

    @Override
    public void close() {}
  }
}
