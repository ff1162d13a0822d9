package io.frontdesk.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.testing.Api;
import io.frontdesk.testing.RunningService;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a browser gets, over real HTTP, from a folder of pages of its own.
class PagesTest {
  private static final Map<String, String> BROWSER =
      Map.of("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");

  private static RunningService service;

  @BeforeAll
  static void start() {
    service = RunningService.start(Map.of("frontdesk.pages", "classpath:test-pages"));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/index", "/calls/42?tab=log", "/settings/hours", "/no/such/page"})
  void everyAddressOfAPersonIsThePage(String path) {
    var answer = browse(path);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("content-type")).isEqualTo("text/html; charset=utf-8");
    assertThat(answer.header("cache-control")).isEqualTo("no-cache");
    assertThat(answer.text()).contains("/assets/app-1a2b.js").doesNotContain("__CSP_NONCE__");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/nope",
        "/api/nope",
        "/assets/nope.js",
        "/assets/..%2Findex.html",
        "/nope.js",
        "/wp-login.php",
        "/.well-known/nope"
      })
  void programsAndFilesGetA404(String path) {
    var answer = browse(path);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.header("content-type")).startsWith("application/problem+json");
  }

  @Test
  void onlyBrowsersThatReadAreShownThePage() {
    assertThat(service.api().get("/calls/42").status()).isEqualTo(404);
    assertThat(service.api().send("POST", "/calls/42", "{}", BROWSER).status()).isEqualTo(404);
  }

  @Test
  void scriptsAreOursAndStylesCarryANonceThatIsNeverTheSame() {
    var first = browse("/");
    var second = browse("/");

    assertThat(first.header("content-security-policy"))
        .contains("default-src 'none'", "script-src 'self';", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(nonce(first)).hasSizeGreaterThanOrEqualTo(22).isNotEqualTo(nonce(second));
    assertThat(first.text()).contains("nonce=\"" + nonce(first) + "\"");
  }

  @Test
  void everyAnswerIsGuarded() {
    for (var answer :
        new Api.Answer[] {browse("/"), browse("/assets/app-1a2b.js"), browse("/api/v1/calls")}) {
      assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
      assertThat(answer.header("x-frame-options")).isEqualTo("DENY");
      assertThat(answer.header("referrer-policy")).isEqualTo("same-origin");
      assertThat(answer.header("content-security-policy")).startsWith("default-src 'none'");
    }
  }

  @Test
  void filesWithAHashInTheirNameAreKeptForever() {
    var script = browse("/assets/app-1a2b.js");

    assertThat(script.status()).isEqualTo(200);
    assertThat(script.header("content-type")).isEqualTo("text/javascript; charset=utf-8");
    assertThat(script.header("cache-control")).contains("immutable");
    assertThat(browse("/favicon.svg").header("content-type")).isEqualTo("image/svg+xml");
    assertThat(browse("/favicon.svg").header("cache-control")).doesNotContain("immutable");
  }

  @Test
  void whoeverTakesItGetsTheFileCompressedBeforehand() {
    var accepting = Map.of("Accept-Encoding", "gzip;q=0.5, br");
    var refusing = Map.of("Accept-Encoding", "br;q=0");

    var compressed = service.api().send("GET", "/assets/app-1a2b.js", null, accepting);
    var plain = service.api().send("GET", "/assets/app-1a2b.js", null, refusing);

    assertThat(compressed.header("content-encoding")).isEqualTo("br");
    assertThat(compressed.header("vary")).containsIgnoringCase("accept-encoding");
    assertThat(compressed.text()).isEqualTo("compressed");
    assertThat(plain.header("content-encoding")).isEmpty();
    assertThat(plain.text()).contains("the pages of the tests");
  }

  private static Api.Answer browse(String path) {
    return service.api().send("GET", path, null, BROWSER);
  }

  private static String nonce(Api.Answer page) {
    var found =
        Pattern.compile("style-src 'self' 'nonce-([^']+)'")
            .matcher(page.header("content-security-policy"));
    assertThat(found.find()).isTrue();
    return found.group(1);
  }
}
