package io.frontdesk.web.fetch;

import static io.frontdesk.web.fetch.Site.says;
import static io.frontdesk.web.fetch.Site.sendsOn;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.frontdesk.testing.Certificate;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.core5.ssl.SSLContexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is fetched for tenants, and what is not. The public internet of these tests is 127.0.0.2;
/// 127.0.0.1 is inside, as it always is.
@Execution(ExecutionMode.CONCURRENT)
class GuardedClientTest {
  private static final String OUTSIDE = "127.0.0.2";
  private static final String INSIDE = "127.0.0.1";
  private static final Bounds BOUNDS = new Bounds(Duration.ofSeconds(10), 1_000);

  @TempDir Path folder;

  @Test
  void whatIsOutsideIsFetched() throws Exception {
    try (var site = Site.at(OUTSIDE, says("hello"))) {
      var fetched = client("local").send(Outgoing.get(url(OUTSIDE, site)), BOUNDS);

      assertThat(fetched).isEqualTo(new Fetched(200, "text/plain", "hello"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:%d/",
        "http://localhost:%d/",
        "http://LOCALHOST:%d/",
        "http://2130706433:%d/",
        "http://127.1:%d/",
        "http://0:%d/",
        "http://0.0.0.0:%d/",
        "http://[::1]:%d/",
        "http://[::ffff:127.0.0.1]:%d/",
        "http://[::ffff:7f00:1]:%d/",
        "http://[64:ff9b::7f00:1]:%d/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[fd00:ec2::254]/latest/meta-data/",
        "http://10.0.0.1/",
        "http://192.168.0.1/",
        "http://100.100.100.200/",
        "http://[fe80::1]/",
        "http://224.0.0.1/"
      })
  void nothingInsideIsReachedHoweverItIsWritten(String address) {
    try (var inside = Site.at(INSIDE, says("secret"))) {
      var failure = failure(client("local"), address.formatted(inside.port()));

      assertThat(failure.isRefused()).as(failure.getMessage()).isTrue();
      assertThat(inside.asked()).isEmpty();
    }
  }

  /// The first look shows an address outside, the next one the same port inside, and so on.
  @Test
  void aResolverThatChangesItsAnswerDoesNotGetThrough() throws Exception {
    var looks = new AtomicInteger();
    DnsResolver hostile =
        names(_ -> addresses(looks.getAndIncrement() % 2 == 0 ? OUTSIDE : INSIDE));
    try (var sites = Twins.at(OUTSIDE, says("hello"), INSIDE, says("secret"))) {
      var outside = sites.one();
      var inside = sites.other();
      var client = client("local", hostile);
      String address = "http://rebind.example:%d/".formatted(outside.port());

      for (int i = 0; i < 10; i++) {
        assertThat(client.send(Outgoing.get(URI.create(address)), BOUNDS).body())
            .isEqualTo("hello");
        assertThat(failure(client, address).isRefused()).isTrue();
      }
      assertThat(inside.asked()).isEmpty();
      assertThat(looks).as("one look for each connection").hasValue(20);
    }
  }

  @Test
  void aHostWithOneAddressInsideIsNotAsked() {
    try (var inside = Site.at(INSIDE, says("secret"))) {
      var client = client("local", names(_ -> addresses(OUTSIDE, INSIDE)));

      assertThat(failure(client, "http://mixed.example:%d/".formatted(inside.port())).isRefused())
          .isTrue();
      assertThat(inside.asked()).isEmpty();
    }
  }

  @Test
  void everyRedirectIsCheckedLikeTheFirstAddress() {
    try (var inside = Site.at(INSIDE, says("secret"));
        var outside =
            Site.at(OUTSIDE, sendsOn(302, "http://127.0.0.1:%d/".formatted(inside.port())));
        var scheme = Site.at(OUTSIDE, sendsOn(302, "file:///etc/passwd"));
        var credentials = Site.at(OUTSIDE, sendsOn(302, "http://a:b@127.0.0.2/"))) {
      var client = client("local");

      assertThat(failure(client, url(OUTSIDE, outside).toString()).isRefused()).isTrue();
      assertThat(failure(client, url(OUTSIDE, scheme).toString()).isRefused()).isTrue();
      assertThat(failure(client, url(OUTSIDE, credentials).toString()).isRefused()).isTrue();
      assertThat(inside.asked()).isEmpty();
    }
  }

  @Test
  void threeRedirectsAreFollowedAndNoMore() throws Exception {
    var left = new AtomicInteger(3);
    try (var site =
            Site.at(
                OUTSIDE,
                exchange -> {
                  boolean on = left.getAndDecrement() > 0;
                  Site.answer(exchange, on ? 307 : 200, on ? "/next" : null, on ? "" : "there");
                });
        var circle = Site.at(OUTSIDE, sendsOn(301, "/again"))) {
      var client = client("local");

      assertThat(client.send(Outgoing.get(url(OUTSIDE, site)), BOUNDS).body()).isEqualTo("there");
      assertThat(failure(client, url(OUTSIDE, circle).toString())).hasMessageContaining("3 times");
      assertThat(circle.asked()).hasSize(4);
    }
  }

  @Test
  void headersStayWithTheirOriginAndCookiesAreNotKept() throws Exception {
    try (var other = Site.at(OUTSIDE, says("there"));
        var first = Site.at(OUTSIDE, sendsOn(302, url(OUTSIDE, other).toString()));
        var same = Site.at(OUTSIDE, sendsOn(307, "/again"))) {
      var client = client("local");
      var headers = Map.of("Authorization", "Bearer secret", "Content-Type", "application/json");

      client.send(new Outgoing("POST", url(OUTSIDE, first), headers, "{}"), BOUNDS);
      failureOf(client, new Outgoing("POST", url(OUTSIDE, same), headers, "{\"a\": 1}"));

      var arrived = other.asked().getFirst();
      assertThat(arrived.getRequestMethod()).isEqualTo("GET");
      assertThat(arrived.getRequestHeaders()).doesNotContainKeys("Authorization", "Cookie");
      assertThat(same.asked())
          .hasSize(4)
          .allSatisfy(
              asked -> {
                assertThat(asked.getRequestMethod()).isEqualTo("POST");
                assertThat(asked.getRequestHeaders().getFirst("Authorization"))
                    .isEqualTo("Bearer secret");
                assertThat(asked.getRequestHeaders()).doesNotContainKey("Cookie");
                assertThat(asked.getRequestHeaders().getFirst("Content-Length")).isEqualTo("8");
              });
    }
  }

  @Test
  void noMoreIsReadThanAllowed() {
    try (var endless =
        Site.at(
            OUTSIDE,
            exchange -> {
              exchange.sendResponseHeaders(200, 0);
              byte[] piece = "x".repeat(8_000).getBytes(UTF_8);
              for (int i = 0; i < 1_000_000; i++) {
                exchange.getResponseBody().write(piece);
              }
            })) {
      assertThat(failure(client("local"), url(OUTSIDE, endless).toString()))
          .hasMessageContaining("more than 1000 bytes");
    }
  }

  @Test
  void theRestOfARedirectIsNotReadEither() throws Exception {
    try (var there = Site.at(OUTSIDE, says("there"));
        var endless =
            Site.at(
                OUTSIDE,
                exchange -> {
                  exchange.getResponseHeaders().set("Location", url(OUTSIDE, there).toString());
                  exchange.sendResponseHeaders(302, 0);
                  byte[] piece = "x".repeat(8_000).getBytes(UTF_8);
                  for (int i = 0; i < 1_000_000; i++) {
                    exchange.getResponseBody().write(piece);
                  }
                })) {
      assertThat(client("local").send(Outgoing.get(url(OUTSIDE, endless)), BOUNDS).body())
          .isEqualTo("there");
    }
  }

  @Test
  void whoDripsIsLeftWhenTimeIsUp() {
    var over = new CountDownLatch(1);
    try (var slow =
        Site.at(
            OUTSIDE,
            exchange -> {
              exchange.sendResponseHeaders(200, 0);
              try {
                // For a minute, if it is let: then whoever waited has an answer, and no failure.
                for (int i = 0; i < 1200 && !over.await(50, TimeUnit.MILLISECONDS); i++) {
                  exchange.getResponseBody().write('.');
                  exchange.getResponseBody().flush();
                }
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            })) {
      var failure =
          catchThrowableOfType(
              FetchFailed.class,
              () ->
                  client("local")
                      .send(
                          Outgoing.get(url(OUTSIDE, slow)),
                          new Bounds(Duration.ofSeconds(1), 1_000_000)));

      assertThat(failure).hasMessageContaining("within 1 seconds");
      over.countDown();
    }
  }

  @Test
  void aResolverThatHangsIsLeftWhenTimeIsUp() {
    var never = new CountDownLatch(1);
    var client =
        client(
            "local",
            names(
                _ -> {
                  try {
                    never.await();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                  return addresses(OUTSIDE);
                }));

    assertThat(
            catchThrowableOfType(
                FetchFailed.class,
                () ->
                    client.send(
                        Outgoing.get(URI.create("http://slow.example/")),
                        new Bounds(Duration.ofMillis(500), 10))))
        .isNotNull();
  }

  @Test
  void theCertificateMustBeThatOfTheHostThatWasNamed() throws Exception {
    var certificate = Certificate.of("hooks.example", folder);
    try (var site = Site.secure(OUTSIDE, certificate.server(), says("hello"))) {
      var client =
          client(new PublicInternet(OUTSIDE), names(_ -> addresses(OUTSIDE)), certificate.trust());

      var good = URI.create("https://hooks.example:%d/".formatted(site.port()));
      assertThat(client.send(Outgoing.get(good), BOUNDS).body()).isEqualTo("hello");
      assertThat(failure(client, "https://other.example:%d/".formatted(site.port())))
          .hasMessageContaining("certificate");
      assertThat(
              failure(client("production"), url(OUTSIDE, site).toString().replace("http", "https")))
          .hasMessageContaining("certificate");
    }
  }

  @Test
  void fromHttpsNothingLeadsToHttp() throws Exception {
    var certificate = Certificate.of("hooks.example", folder);
    try (var plain = Site.at(OUTSIDE, says("hello"));
        var site =
            Site.secure(
                OUTSIDE, certificate.server(), sendsOn(302, url(OUTSIDE, plain).toString()))) {
      var client =
          new GuardedClient(
              new PublicInternet(OUTSIDE),
              "local",
              names(_ -> addresses(OUTSIDE)),
              certificate.trust());

      assertThat(failure(client, "https://hooks.example:%d/".formatted(site.port())))
          .hasMessageContaining("without https");
      assertThat(plain.asked()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          production, http://127.0.0.2/
          local,      ftp://127.0.0.2/
          local,      file:///etc/passwd
          local,      http:///path
          local,      http://user:password@127.0.0.2/
          local,      http://127.0.0.2:25/
          local,      http://127.0.0.2:0/
          local,      http://under_score/
          local,      //127.0.0.2/
          """)
  void anAddressThatIsNoneOfTheWebIsRefused(String mode, String address) {
    assertThat(failure(client(mode), address).isRefused()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "Host, other",
    "Cookie, a=b",
    "Transfer-Encoding, chunked",
    "content-length, 5",
    "X y, z",
    "X, 'a\r\nEvil: 1'",
    "'X:', z",
    "X, é🚚"
  })
  void aHeaderThatIsNotTheTenantsToSetIsRefused(String name, String value) {
    var outgoing = new Outgoing("GET", URI.create("http://127.0.0.2/"), Map.of(name, value), null);

    assertThat(failureOf(client("local"), outgoing).isRefused()).isTrue();
  }

  @Test
  void whatIsNoAnswerIsSaidSo() {
    var unknown =
        names(
            host -> {
              throw new UnknownHostException(host);
            });

    var failure = failure(client("local", unknown), "http://nowhere.example/");
    assertThat(failure).hasMessage("There is no host nowhere.example.");
    assertThat(failure.isRefused()).isFalse();
    assertThat(failure(client("local"), "http://127.0.0.2:1024/").isRefused()).isFalse();
  }

  private interface Lookup {
    InetAddress[] find(String host) throws UnknownHostException;
  }

  private static DnsResolver names(Lookup lookup) {
    return new DnsResolver() {
      @Override
      public InetAddress[] resolve(String host) throws UnknownHostException {
        return lookup.find(host);
      }

      @Override
      public String resolveCanonicalHostname(String host) {
        return host;
      }
    };
  }

  private static InetAddress[] addresses(String... literals) {
    var found = new InetAddress[literals.length];
    for (int i = 0; i < literals.length; i++) {
      found[i] = InetAddress.ofLiteral(literals[i]);
    }
    return found;
  }

  private static GuardedClient client(String mode) {
    return new GuardedClient(
        new PublicInternet(OUTSIDE),
        mode,
        SystemDefaultDnsResolver.INSTANCE,
        SSLContexts.createSystemDefault());
  }

  private static GuardedClient client(String mode, DnsResolver names) {
    return new GuardedClient(
        new PublicInternet(OUTSIDE), mode, names, SSLContexts.createSystemDefault());
  }

  private static GuardedClient client(
      PublicInternet internet, DnsResolver names, SSLContext trust) {
    return new GuardedClient(internet, "production", names, trust);
  }

  private static URI url(String address, Site site) {
    return URI.create("http://%s:%d/".formatted(address, site.port()));
  }

  private static FetchFailed failure(GuardedClient client, String address) {
    return failureOf(client, Outgoing.get(URI.create(address)));
  }

  private static FetchFailed failureOf(GuardedClient client, Outgoing outgoing) {
    return catchThrowableOfType(FetchFailed.class, () -> client.send(outgoing, BOUNDS));
  }
}
