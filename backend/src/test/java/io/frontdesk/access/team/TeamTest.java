package io.frontdesk.access.team;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.testing.Api;
import io.frontdesk.testing.Colleague;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/// Who works with a business, and as what.
class TeamTest {
  private static final String MEMBERS = "/api/v1/team/members";

  private final RunningService service = RunningService.shared();
  private final Owner ana = Owner.signUp(service, "Ace Garage Doors");

  @Test
  void aFreshTeamIsItsOwner() {
    var members = ana.api().get(MEMBERS).body().path("data");

    assertThat(members).hasSize(1);
    assertThat(members.at("/0/email").asText()).isEqualTo(ana.email());
    assertThat(members.at("/0/role").asText()).isEqualTo("owner");
  }

  @Test
  void aRoleHoldsFromTheNextTokenOn() {
    Colleague ben = Colleague.join(service, ana, "viewer");
    assertThat(ben.api().patch("/api/v1/business", "{}").status()).isEqualTo(403);

    var changed = ana.api().patch(MEMBERS + "/" + id(ben.email()), "{'role': 'admin'}");

    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.body().path("role").asText()).isEqualTo("admin");
    assertThat(ben.refresh().api().patch("/api/v1/business", "{}").status()).isEqualTo(200);
  }

  @Test
  void whoeverIsRemovedIsLoggedOutOfThisBusinessOnly() {
    Colleague ben = Colleague.join(service, ana, "member");
    Owner second = Owner.signUp(service, "Second Business");
    Colleague benThere = ben.alsoAt(second);

    assertThat(ana.api().delete(MEMBERS + "/" + id(ben.email())).status()).isEqualTo(204);

    assertThat(ben.tryRefresh().status()).isEqualTo(401);
    assertThat(benThere.tryRefresh().status()).isEqualTo(200);
    assertThat(ana.api().get(MEMBERS).body().path("data")).hasSize(1);
    assertThat(ana.api().delete(MEMBERS + "/" + id(benThere, second)).status()).isEqualTo(404);
  }

  @Test
  void whoeverWantsToLeavesWhateverTheirRole() {
    for (String role : List.of("viewer", "member", "admin", "owner")) {
      Colleague ben = Colleague.join(service, ana, role);

      assertThat(ben.api().delete(MEMBERS + "/me").status()).as(role).isEqualTo(204);

      assertThat(ben.tryRefresh().status()).as(role).isEqualTo(401);
      assertThat(ben.api().delete(MEMBERS + "/me").status()).as("gone already").isEqualTo(403);
      assertThat(ana.api().get(MEMBERS).body().path("data")).as(role).hasSize(1);
    }
    var lines = ana.api().get("/api/v1/audit-log?resource=member&action=delete").body();
    assertThat(lines.path("data")).as("who left is written down").hasSize(4);

    var last = ana.api().delete(MEMBERS + "/me");
    assertThat(last.status()).isEqualTo(409);
    assertThat(last.body().path("type").asText()).isEqualTo("/problems/last_owner");
  }

  @Test
  void theLastOwnerNeitherGoesNorIsDemoted() {
    Colleague.join(service, ana, "admin");
    String anas = id(ana.email());

    for (var answer :
        List.of(
            ana.api().patch(MEMBERS + "/" + anas, "{'role': 'admin'}"),
            ana.api().delete(MEMBERS + "/" + anas))) {
      assertThat(answer.status()).isEqualTo(409);
      assertThat(answer.body().path("type").asText()).isEqualTo("/problems/last_owner");
    }
    assertThat(ana.api().patch(MEMBERS + "/" + anas, "{'role': 'owner'}").status()).isEqualTo(200);
  }

  @RepeatedTest(8)
  void ofOwnersWhoAllGoAtOnceOneStays() throws Exception {
    var owners = new ArrayList<Colleague>();
    for (int i = 0; i < 3; i++) {
      owners.add(Colleague.join(service, ana, "owner"));
    }
    var going = new ArrayList<Callable<Integer>>();
    String anas = id(ana.email());
    going.add(() -> ana.api().patch(MEMBERS + "/" + anas, "{'role': 'viewer'}").status());
    String own = id(owners.get(0).email());
    going.add(() -> owners.get(0).api().delete(MEMBERS + "/" + own).status());
    String first = id(owners.get(1).email());
    going.add(() -> owners.get(2).api().delete(MEMBERS + "/" + first).status());
    String other = id(owners.get(2).email());
    going.add(() -> owners.get(1).api().patch(MEMBERS + "/" + other, "{'role': 'admin'}").status());

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var answer : threads.invokeAll(going)) {
        assertThat(answer.get()).isIn(200, 204, 403, 409);
      }
    }
    assertThat(owners()).isPositive();
  }

  @Test
  void anAdminManagesAllButOwners() {
    Colleague ben = Colleague.join(service, ana, "admin");
    Colleague eva = Colleague.join(service, ana, "member");
    Api asBen = ben.api();

    assertThat(asBen.patch(MEMBERS + "/" + id(eva.email()), "{'role': 'viewer'}").status())
        .isEqualTo(200);
    for (var answer :
        List.of(
            asBen.patch(MEMBERS + "/" + id(eva.email()), "{'role': 'owner'}"),
            asBen.patch(MEMBERS + "/" + id(ben.email()), "{'role': 'owner'}"),
            asBen.patch(MEMBERS + "/" + id(ana.email()), "{'role': 'viewer'}"),
            asBen.delete(MEMBERS + "/" + id(ana.email())),
            asBen.post(
                "/api/v1/team/invitations", "{'email': 'x@example.com', 'role': 'owner'}"))) {
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.body().path("detail").asText())
          .isEqualTo("Only an owner can make, change or remove owners.");
    }
    assertThat(asBen.delete(MEMBERS + "/" + id(eva.email())).status()).isEqualTo(204);
  }

  @Test
  void anAdminWhoIsNoneAnyMoreManagesNobodyWithAnOldToken() {
    Colleague ben = Colleague.join(service, ana, "admin");
    Colleague eva = Colleague.join(service, ana, "member");
    ana.api().patch(MEMBERS + "/" + id(ben.email()), "{'role': 'viewer'}");

    assertThat(ben.api().delete(MEMBERS + "/" + id(eva.email())).status()).isEqualTo(403);
    ana.api().delete(MEMBERS + "/" + id(ben.email()));
    assertThat(ben.api().delete(MEMBERS + "/" + id(eva.email())).status()).isEqualTo(403);
    assertThat(ana.api().get(MEMBERS).body().path("data")).hasSize(2);
  }

  @Test
  void theTeamIsShownToAdminsOnlyAndAnAdminMayLeave() {
    Colleague eva = Colleague.join(service, ana, "member");
    Colleague ben = Colleague.join(service, ana, "admin");

    assertThat(eva.api().get(MEMBERS).status()).isEqualTo(403);
    assertThat(ben.api().delete(MEMBERS + "/" + id(ben.email())).status()).isEqualTo(204);
    assertThat(ben.tryRefresh().status()).isEqualTo(401);
  }

  @Test
  void anothersTeamIsNotThere() {
    Owner other = Owner.signUp(service, "Other");
    String theirs = other.api().get(MEMBERS).body().at("/data/0/id").asText();

    assertThat(ana.api().get(MEMBERS + "/" + theirs).status()).isEqualTo(404);
    assertThat(ana.api().patch(MEMBERS + "/" + theirs, "{'role': 'viewer'}").status())
        .isEqualTo(404);
    assertThat(ana.api().delete(MEMBERS + "/" + theirs).status()).isEqualTo(404);
  }

  @Test
  void twoWhoChangeOneMemberAtOnceDoNotOverwriteOneAnother() {
    Colleague ben = Colleague.join(service, ana, "viewer");
    String path = MEMBERS + "/" + id(ben.email());
    Map<String, String> read = Map.of("If-Match", ana.api().get(path).header("etag"));

    assertThat(ana.api().send("PATCH", path, "{'role': 'member'}", read).status()).isEqualTo(200);
    assertThat(ana.api().send("PATCH", path, "{'role': 'admin'}", read).status()).isEqualTo(412);
    assertThat(ana.api().get(path).body().path("role").asText()).isEqualTo("member");
  }

  @Test
  void changesAreInTheAuditLog() {
    Colleague ben = Colleague.join(service, ana, "viewer");
    ana.api().patch(MEMBERS + "/" + id(ben.email()), "{'role': 'member'}");
    ana.api().delete(MEMBERS + "/" + id(ben.email()));

    var log = ana.api().get("/api/v1/audit-log?resource=member").body().path("data");
    assertThat(log)
        .extracting(line -> line.path("action").asText())
        .containsExactly("delete", "update", "create");
    assertThat(log.at("/1/actor/name").asText()).isEqualTo(ana.email());
    assertThat(log.at("/2/actor/name").asText()).isEqualTo(ben.email());
  }

  private String id(String email) {
    return find(ana.api(), email).path("id").asText();
  }

  private static String id(Colleague colleague, Owner owner) {
    return find(owner.api(), colleague.email()).path("id").asText();
  }

  private long owners() {
    // Whoever is left may not be allowed to ask, so somebody is asked who can always see.
    return service
        .bean(Tenancy.class)
        .run(ana.tenant(), () -> service.bean(Members.class).owners(ana.tenant().value()));
  }

  private static JsonNode find(Api api, String email) {
    return StreamSupport.stream(api.get(MEMBERS).body().path("data").spliterator(), false)
        .filter(member -> member.path("email").asText().equals(email))
        .findFirst()
        .orElseThrow();
  }
}
