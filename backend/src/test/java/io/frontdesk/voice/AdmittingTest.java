package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontdesk.access.Allowance;
import io.frontdesk.access.Plan;
import io.frontdesk.access.TenantStandings;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import io.frontdesk.testing.TwoNodes;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// As many calls are let in as the business may have, whenever and wherever they come, and a place
/// that nobody keeps comes free.
@Execution(ExecutionMode.CONCURRENT)
class AdmittingTest {
  private static final int ARRIVALS = 50;
  private static final int MOST = 7;

  @TempDir Path data;

  @Test
  void ofFiftyWhoCallTwoNodesAtOnceAsManyAreLetInAsThereArePlaces() throws Exception {
    try (var nodes = TwoNodes.start(data)) {
      Owner owner = owner(nodes.one(), MOST);
      var phones = new ArrayList<HandPhone>();
      for (int i = 0; i < ARRIVALS; i++) {
        phones.add(new HandPhone(i % 2 == 0 ? nodes.one() : nodes.other(), owner));
      }

      List<String> answers = allAtOnce(phones);

      assertThat(answers).filteredOn(AdmittingTest::isLetIn).hasSize(MOST);
      assertThat(answers)
          .filteredOn(answer -> answer.contains("lines are busy"))
          .hasSize(ARRIVALS - MOST);
      assertThat(allAtOnce(phones).stream().map(AdmittingTest::isLetIn))
          .as("asked again, it is the same")
          .isEqualTo(answers.stream().map(AdmittingTest::isLetIn).toList());
      var turnedAway = owner.api().get("/api/v1/calls?outcome=missed&limit=200").body();
      assertThat(turnedAway.path("data"))
          .hasSize(ARRIVALS - MOST)
          .allSatisfy(
              call -> {
                assertThat(call.path("refused").asText()).isEqualTo("concurrent_calls");
                assertThat(call.path("state").asText()).isEqualTo("busy");
                assertThat(call.path("answered_at").isNull()).isTrue();
              });
      phones.forEach(HandPhone::close);
    }
  }

  @Test
  void aPlaceThatNobodyKeepsComesFreeAndOneThatIsKeptDoesNot() throws Exception {
    // Long beside the time for which a busy machine may stand still.
    var lease = Duration.ofSeconds(8);
    try (var service =
        RunningService.start(Map.of("calls.lease", lease.toString(), "calls.heartbeat", "200ms"))) {
      Owner owner = owner(service, 1);
      assertThat(isLetIn(ring(service, owner))).isTrue();
      String call = owner.api().get("/api/v1/calls").body().at("/data/0/id").asText();
      var line = service.bean(OnTheLine.class);
      var stream = new EmbeddedChannel();
      line.enter(owner.tenant(), UUID.fromString(call), stream, _ -> {});
      await("whoever carries the call keeps its place")
          .during(lease.plusSeconds(3))
          .pollInterval(Duration.ofMillis(500))
          .atMost(lease.multipliedBy(6))
          .until(() -> !isLetIn(ring(service, owner)));

      stream.close();
      await("nobody does").until(() -> isLetIn(ring(service, owner)));
    }
  }

  private static boolean isLetIn(String twiml) {
    return twiml.contains("<Stream");
  }

  /// A call that rings, and what it is answered.
  private static String ring(RunningService service, Owner owner) {
    try (var phone = new HandPhone(service, owner)) {
      return phone.webhook("incoming", Map.of()).body();
    }
  }

  private static List<String> allAtOnce(List<HandPhone> phones) throws Exception {
    var start = new CyclicBarrier(phones.size());
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return threads
          .invokeAll(
              phones.stream()
                  .<Callable<String>>map(
                      phone ->
                          () -> {
                            start.await();
                            return phone.webhook("incoming", Map.of()).body();
                          })
                  .toList())
          .stream()
          .map(Future::resultNow)
          .toList();
    }
  }

  /// An owner of a business that has a number and so many places.
  private static Owner owner(RunningService service, int places) {
    Owner owner = Owner.signUp(service, "Ace");
    owner.api().get("/api/v1/phone-numbers");
    var standings = service.bean(TenantStandings.class);
    service
        .bean(Tenancy.class)
        .run(
            owner.tenant(),
            () ->
                standings.agree(
                    owner.tenant(), Plan.UNLIMITED, new Allowance(places, null, null, null)));
    return owner;
  }
}
