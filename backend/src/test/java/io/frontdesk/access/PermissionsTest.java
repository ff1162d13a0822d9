package io.frontdesk.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.frontdesk.testing.Api;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import io.frontdesk.testing.TestDatabase;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every route that needs a token, asked by every role and by programs.
class PermissionsTest {
  private final RunningService service = RunningService.shared();

  private List<UriRouteInfo<?, ?>> routesWithToken() {
    return service
        .bean(Router.class)
        .uriRoutes()
        .filter(route -> route.getUriMatchTemplate().toPathString().startsWith("/api/"))
        .filter(
            route ->
                !List.of(route.getAnnotationMetadata().stringValues(Secured.class))
                    .contains(SecurityRule.IS_ANONYMOUS))
        .<UriRouteInfo<?, ?>>map(route -> route)
        .toList();
  }

  @Test
  void everyRouteHasItsLineInTheTable() {
    assertThat(routesWithToken())
        .hasSizeGreaterThan(30)
        .allSatisfy(
            route ->
                assertThat(
                        Permissions.needed(
                            route.getHttpMethodName(), route.getUriMatchTemplate().toPathString()))
                    .as("%s", route)
                    .isPresent());
  }

  @TestFactory
  Stream<DynamicTest> eachRoleMayWhatTheTableSays() throws SQLException {
    var asRole = new EnumMap<Role, Api>(Role.class);
    for (Role role : Role.values()) {
      asRole.put(role, member(role));
    }
    return routesWithToken().stream()
        .filter(
            route ->
                !route
                    .getUriMatchTemplate()
                    .toPathString()
                    .matches(".*/(logout|me/sessions|members/me)"))
        .flatMap(
            route -> {
              String path =
                  route
                      .getUriMatchTemplate()
                      .toPathString()
                      .replaceAll("\\{[^}]*}", "00000000-0000-7000-8000-000000000000");
              String method = route.getHttpMethodName();
              Role least = Permissions.needed(method, path).orElseThrow().role();
              return asRole.entrySet().stream()
                  .map(
                      as ->
                          dynamicTest(
                              as.getKey() + " " + method + " " + path,
                              () -> {
                                int status =
                                    as.getValue().send(method, path, null, Map.of()).status();
                                if (as.getKey().includes(least)) {
                                  assertThat(status).isNotIn(401, 403).isLessThan(500);
                                } else {
                                  assertThat(status).isEqualTo(403);
                                }
                              }));
            });
  }

  @Test
  void aProgramMayWhatItsScopesSayAndNothingElse() {
    Owner owner = Owner.signUp(service, "Ace");
    var all = Permissions.scopes();
    var faults = new ArrayList<String>();
    for (var route : routesWithToken()) {
      String path =
          route
              .getUriMatchTemplate()
              .toPathString()
              .replaceAll("\\{[^}]*}", "00000000-0000-7000-8000-000000000000");
      String method = route.getHttpMethodName();
      String scope = Permissions.needed(method, path).orElseThrow().scope();
      var others = new TreeSet<>(all);
      if (scope != null) {
        others.remove(scope);
        int with = program(owner, Set.of(scope)).send(method, path, null, Map.of()).status();
        if (with == 401 || with == 403 || with >= 500) {
          faults.add("%s %s with %s: %d".formatted(method, path, scope, with));
        }
      }
      int without = program(owner, others).send(method, path, null, Map.of()).status();
      if (without != 403) {
        faults.add("%s %s with all but %s: %d".formatted(method, path, scope, without));
      }
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void aProgramHandsCallersOverToAnybodyOnlyIfItMayPlaceCalls() {
    Owner owner = Owner.signUp(service, "Ace");
    String path = "/api/v1/calls/00000000-0000-7000-8000-000000000000/transfer";
    Api writes = program(owner, Set.of("calls:write"));

    var refused = writes.post(path, "{'number': '+14155550188'}");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.body().path("detail").asText()).contains("calls:place");
    assertThat(writes.post(path, "{'target': 'Sam'}").status()).isEqualTo(404);
    assertThat(
            program(owner, Set.of("calls:write", "calls:place"))
                .post(path, "{'number': '+14155550188'}")
                .status())
        .isEqualTo(404);
    assertThat(owner.api().post(path, "{'number': '+14155550188'}").status()).isEqualTo(404);
  }

  /// A client with a program's token.
  private Api program(Owner owner, Set<String> scopes) {
    return service
        .api()
        .as(
            service
                .bean(AccessTokens.class)
                .issue(owner.tenant(), UUID.randomUUID(), String.join(" ", scopes)));
  }

  @Test
  void theReasonOfARefusalIsSaid() throws SQLException {
    var answer = member(Role.VIEWER).patch("/api/v1/business", "{'name': 'Mine'}");

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body().path("detail").asText())
        .isEqualTo("Your role here is viewer; this needs admin.");
  }

  private Api member(Role role) throws SQLException {
    Owner owner = Owner.signUp(service, "Ace");
    try (var connection = TestDatabase.logins().owner().connect();
        var change =
            connection.prepareStatement(
                "update tenant.membership set role = lower(?) where tenant_id = ?")) {
      change.setString(1, role.name());
      change.setObject(2, owner.tenant().value());
      change.executeUpdate();
    }
    var session =
        service
            .api()
            .post(
                "/api/v1/auth/login",
                "{'email': '%s', 'password': '%s'}".formatted(owner.email(), Owner.PASSWORD));
    return service.api().as(session.body().path("access_token").asText());
  }
}
