package io.frontdesk.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.testing.Api.Answer;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What is sent twice with one `Idempotency-Key` is done once.
class IdempotencyTest {
  private static final String LEAD = "{'name': 'Anna', 'phone': '+12125550142'}";

  private final RunningService service = RunningService.shared();
  private final Owner owner = Owner.signUp(service, "Ace");
  private final String key = UUID.randomUUID().toString();

  @Test
  void theSameRequestIsDoneOnceAndAnsweredAlike() {
    var first = enter(owner, LEAD, key);
    var second = enter(owner, LEAD, key);

    assertThat(first.status()).as(first.text()).isEqualTo(201);
    assertThat(second.status()).isEqualTo(201);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(first.header("idempotency-replayed")).isEmpty();
    assertThat(second.header("idempotency-replayed")).isEqualTo("true");
    assertThat(owner.api().get("/api/v1/leads").body().path("data")).hasSize(1);
  }

  @Test
  void anErrorOfTheClientIsTheAnswerToItsRepetitionToo() {
    enter(owner, LEAD, null);

    var first = enter(owner, LEAD, key);
    var second = enter(owner, LEAD, key);

    assertThat(first.status()).isEqualTo(409);
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.header("content-type")).startsWith("application/problem+json");
    assertThat(second.body()).isEqualTo(first.body());
  }

  @Test
  void anotherBodyOrAddressWithTheKeyIsRefused() {
    enter(owner, LEAD, key);

    var otherBody = enter(owner, "{'name': 'Bert', 'phone': '+12125550143'}", key);
    var otherAddress = send(owner, "/api/v1/services", LEAD, key);

    assertThat(List.of(otherBody, otherAddress))
        .allSatisfy(
            answer -> {
              assertThat(answer.status()).as(answer.text()).isEqualTo(422);
              assertThat(answer.body().at("/errors/0/pointer").asText())
                  .isEqualTo("/Idempotency-Key");
            });
    assertThat(owner.api().get("/api/v1/leads").body().path("data")).hasSize(1);
  }

  @Test
  void ofManyAtOnceOneIsDone() throws Exception {
    var start = new CountDownLatch(1);
    List<Future<Answer>> sent = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 8; i++) {
        sent.add(
            threads.submit(
                () -> {
                  start.await();
                  return enter(owner, LEAD, key);
                }));
      }
      start.countDown();
    }

    for (Future<Answer> answer : sent) {
      assertThat(answer.get().body().path("type").asText())
          .as("the lead, or that another request makes it")
          .isIn("", "/problems/request_under_way");
    }
    assertThat(owner.api().get("/api/v1/leads").body().path("data")).hasSize(1);
    assertThat(enter(owner, LEAD, key).status()).isEqualTo(201);
  }

  @Test
  void oneBusinesssKeyIsNotAnothers() {
    var other = Owner.signUp(service, "Best");

    assertThat(enter(owner, LEAD, key).body().path("id"))
        .isNotEqualTo(enter(other, LEAD, key).body().path("id"));
  }

  @Test
  void aKeyThatIsNoneIsPointedAt() {
    for (String bad : List.of("", "two words", "n".repeat(201))) {
      var answer = enter(owner, LEAD, bad);
      assertThat(answer.status()).isEqualTo(422);
      assertThat(answer.body().at("/errors/0/pointer").asText()).isEqualTo("/Idempotency-Key");
    }
    assertThat(owner.api().get("/api/v1/leads").body().path("data")).isEmpty();
  }

  private static Answer enter(Owner owner, String lead, @Nullable String key) {
    return send(owner, "/api/v1/leads", lead, key);
  }

  private static Answer send(Owner owner, String path, String body, @Nullable String key) {
    return owner
        .api()
        .send("POST", path, body, key == null ? Map.of() : Map.of("Idempotency-Key", key));
  }
}
