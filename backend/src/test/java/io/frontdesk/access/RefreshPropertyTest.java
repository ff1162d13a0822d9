package io.frontdesk.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.audit.Actor;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import io.frontdesk.testing.TestDatabase;
import io.frontdesk.web.RequestException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/// Refresh tokens of one session, shown by several clients at once in every order: the rightful
/// one, and whoever copied one of its tokens.
class RefreshPropertyTest {
  private static final Device DEVICE = new Device("a browser", "127.0.0.1");

  private final RunningService service = RunningService.shared();
  private final Sessions sessions = service.bean(Sessions.class);
  private final SignedIn ana = signedIn();

  private record Shown(String token, Optional<Sessions.Opened> successor) {}

  /// @param rounds in each round, all clients show a token at once: how far back from the newest
  @Property(tries = 60)
  void aTokenIsGoodOnceAndOneThatComesTwiceEndsAll(
      @ForAll @Size(min = 1, max = 4)
          List<@Size(min = 1, max = 5) List<@IntRange(min = 0, max = 3) Integer>> rounds)
      throws Exception {
    var opened = sessions.open(ana, DEVICE);
    var issued = new ArrayList<String>(List.of(opened.refreshToken()));
    Map<String, Integer> shownSoFar = new HashMap<>();
    Map<String, Integer> good = new HashMap<>();

    for (List<Integer> agesBack : rounds) {
      List<String> tokens =
          agesBack.stream().map(back -> issued.get(Math.max(0, issued.size() - 1 - back))).toList();
      for (Shown shown : atOnce(tokens)) {
        shownSoFar.merge(shown.token(), 1, Integer::sum);
        shown
            .successor()
            .ifPresent(
                next -> {
                  good.merge(shown.token(), 1, Integer::sum);
                  issued.add(next.refreshToken());
                });
      }

      boolean cameTwice = shownSoFar.values().stream().anyMatch(times -> times > 1);
      assertThat(good.values()).allMatch(times -> times == 1);
      assertThat(issued).doesNotHaveDuplicates();
      assertThat(hasEnded(opened.id())).isEqualTo(cameTwice);
      assertThat(living(opened.id())).isEqualTo(cameTwice ? 0 : 1);
    }

    if (hasEnded(opened.id())) {
      assertThat(atOnce(issued)).allMatch(shown -> shown.successor().isEmpty());
    } else {
      assertThat(refresh(issued.getLast())).isPresent();
    }
  }

  /// Logging out everywhere while others refresh: nothing of the session is left.
  @Property(tries = 20)
  void aRefreshNeverOutrunsTheEndOfItsSession(@ForAll @IntRange(min = 1, max = 4) int clients)
      throws Exception {
    var opened = sessions.open(ana, DEVICE);
    var start = new CyclicBarrier(clients + 1);
    var work = new ArrayList<Callable<Optional<Sessions.Opened>>>();
    work.add(
        () -> {
          start.await();
          sessions.endAll(
              new Person(ana.userId(), ana.membership().tenantId(), opened.id()), Actor.SYSTEM);
          return Optional.empty();
        });
    for (int i = 0; i < clients; i++) {
      work.add(
          () -> {
            start.await();
            return refresh(opened.refreshToken());
          });
    }

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var answer : threads.invokeAll(work)) {
        var next = answer.get();
        assertThat(next.flatMap(o -> refresh(o.refreshToken()))).isEmpty();
      }
    }
    assertThat(living(opened.id())).isZero();
  }

  private List<Shown> atOnce(List<String> tokens) throws Exception {
    var start = new CyclicBarrier(tokens.size());
    var work =
        tokens.stream()
            .<Callable<Shown>>map(
                token ->
                    () -> {
                      start.await();
                      return new Shown(token, refresh(token));
                    })
            .toList();
    var answers = new ArrayList<Shown>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var answer : threads.invokeAll(work)) {
        answers.add(answer.get());
      }
    }
    return answers;
  }

  private Optional<Sessions.Opened> refresh(String token) {
    try {
      return Optional.of(sessions.refresh(token, DEVICE));
    } catch (RequestException.Unauthenticated refused) {
      return Optional.empty();
    }
  }

  private SignedIn signedIn() {
    Owner owner = Owner.signUp(service, "Ace");
    TenantId tenant = owner.tenant();
    var person =
        service
            .bean(Tenancy.class)
            .platform(() -> service.bean(Users.class).findByEmail(owner.email()))
            .orElseThrow();
    return new SignedIn(person.id(), person.email(), new Membership(tenant, "Ace", Role.OWNER));
  }

  private static boolean hasEnded(UUID session) throws SQLException {
    return count(
            "select count(*) from platform.session where id = ? and revoked_at is not null",
            session)
        == 1;
  }

  /// How many tokens of the session would be taken.
  private static int living(UUID session) throws SQLException {
    return count(
        """
        select count(*) from platform.refresh_token t join platform.session s on s.id = t.session_id
          where s.id = ? and t.rotated_at is null and s.revoked_at is null\
        """,
        session);
  }

  private static int count(String sql, UUID session) throws SQLException {
    try (var connection = TestDatabase.logins().owner().connect();
        var query = connection.prepareStatement(sql)) {
      query.setObject(1, session);
      var row = query.executeQuery();
      row.next();
      return row.getInt(1);
    }
  }
}
