package io.frontdesk.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.testing.Api;
import io.frontdesk.testing.Api.Answer;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What other people's pages cannot do in the browser of somebody who is signed in here.
class CrossSiteTest {
  private static final String FORM = "application/x-www-form-urlencoded";

  private final RunningService service = RunningService.shared();
  private final Api api = service.api();
  private final Owner owner = Owner.signUp(service, "Ace Garage Doors");
  private final Answer logIn =
      api.post(
          "/api/v1/auth/login",
          "{'email': '%s', 'password': '%s'}".formatted(owner.email(), Owner.PASSWORD));
  private final String cookie = logIn.header("set-cookie").split(";", 2)[0];

  @Test
  void theCookieIsForNoScriptNoOtherSiteAndOneAddress() {
    assertThat(logIn.header("set-cookie"))
        .containsIgnoringCase("; HttpOnly")
        .contains("; Secure", "; SameSite=Strict", "; Path=/api/v1/auth");
  }

  /// Even a browser that sent the cookie along, as old ones do, gets nothing done.
  @Test
  void aFormOfAnotherSiteNeitherRefreshesNorLogsOut() {
    for (String type : List.of(FORM, "text/plain", "multipart/form-data; boundary=x")) {
      for (String path : List.of("refresh", "logout", "switch", "login", "signup")) {
        var answer = post(path, Map.of("Content-Type", type, "Origin", "https://evil.example"));

        assertThat(answer.status()).as("%s as %s", path, type).isEqualTo(403);
        assertThat(answer.headers()).doesNotContainKey("set-cookie");
      }
    }
    assertThat(post("refresh", Map.of()).status()).as("the session lives").isEqualTo(200);
  }

  @Test
  void formsAreNotReadWhereverTheyComeFrom() {
    for (String type : List.of(FORM, "text/plain", "multipart/form-data; boundary=x")) {
      var answer =
          api.sendExactly(
              "POST", "/api/v1/auth/refresh", "refresh_token=x", Map.of("Content-Type", type));

      assertThat(answer.status()).as(type).isEqualTo(415);
    }
  }

  @Test
  void aPageOfOursRefreshesAndAProgramDoes() {
    String own = service.url().toString().replaceAll("/$", "");

    var page = post("refresh", Map.of("Origin", own));
    assertThat(page.status()).as(page.text()).isEqualTo(200);
    for (String other : List.of("null", "https://evil.example", own + ".evil.example", "::")) {
      assertThat(post("refresh", Map.of("Origin", other)).status()).as(other).isEqualTo(403);
    }
  }

  @Test
  void loggingOutNeedsTheTokenThatNoPageCanRead() {
    assertThat(post("logout", Map.of()).status()).isEqualTo(401);
  }

  private Answer post(String path, Map<String, String> headers) {
    var all = new HashMap<>(headers);
    all.put("Cookie", cookie);
    return api.sendExactly("POST", "/api/v1/auth/" + path, "", all);
  }
}
