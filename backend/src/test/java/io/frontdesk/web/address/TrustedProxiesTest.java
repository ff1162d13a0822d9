package io.frontdesk.web.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.simple.SimpleHttpHeaders;
import io.micronaut.http.simple.SimpleHttpRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/// Whose word about where a request comes from is taken.
class TrustedProxiesTest {
  private static final String PROXY = "10.0.0.1";
  private static final String CLIENT = "203.0.113.7";

  private final TrustedProxies proxies = new TrustedProxies("10.0.0.0/8, 2001:db8:1::/48,");

  @Example
  void withoutProxiesWhoeverConnectsIsTheClient() {
    var none = new TrustedProxies(null);

    assertThat(none.client(from(PROXY, CLIENT, null))).isEqualTo(address(PROXY));
    assertThat(none.scheme(from(PROXY, CLIENT, null).header("X-Forwarded-Proto", "https")))
        .isEmpty();
  }

  @Example
  void aStrangersHeaderIsNotBelieved() {
    assertThat(client("198.51.100.1", CLIENT, "for=" + CLIENT)).isEqualTo("198.51.100.1");
  }

  @Example
  void theClientIsTheFirstFromTheRightThatIsNoProxyOfOurs() {
    assertThat(client(PROXY, "6.6.6.6, " + CLIENT + ", 10.9.9.9", null)).isEqualTo(CLIENT);
    assertThat(client(PROXY, "10.1.1.1,10.2.2.2", null)).isEqualTo("10.1.1.1");
    assertThat(client("2001:db8:1::5", "2001:db8:2::9", null)).isEqualTo("2001:db8:2:0:0:0:0:9");
  }

  @Example
  void beyondWhatIsNoAddressNothingIsBelieved() {
    assertThat(client(PROXY, CLIENT + ", unknown, 10.3.3.3", null)).isEqualTo("10.3.3.3");
    assertThat(client(PROXY, "localhost", null)).isEqualTo(PROXY);
    assertThat(client(PROXY, CLIENT + ",", null)).isEqualTo(PROXY);
  }

  @Example
  void bothHeadersAreReadInAllTheirSpellings() {
    assertThat(client(PROXY, null, "for=6.6.6.6, For=\"[2001:db8:cafe::17]:4711\";proto=https"))
        .isEqualTo("2001:db8:cafe:0:0:0:0:17");
    assertThat(client(PROXY, null, "proto=http;for=" + CLIENT + ":80 ; by=10.0.0.1"))
        .isEqualTo(CLIENT);
    assertThat(client(PROXY, "[2001:db8::1]:80", null)).isEqualTo("2001:db8:0:0:0:0:0:1");
    assertThat(client(PROXY, "::ffff:" + CLIENT, null)).isEqualTo(CLIENT);
    assertThat(client(PROXY, null, "for=_hidden")).isEqualTo(PROXY);
  }

  /// A proxy that writes one header may pass on what its client wrote into the other.
  @Example
  void headersThatContradictOneAnotherAreBothNotBelieved() {
    assertThat(client(PROXY, CLIENT, "for=" + CLIENT)).isEqualTo(CLIENT);
    assertThat(client(PROXY, CLIENT, "for=6.6.6.6")).isEqualTo(PROXY);
  }

  @Example
  void theSchemeIsWhatTheNearestProxySays() {
    var request = from(PROXY, CLIENT, null).header("X-Forwarded-Proto", "http, https");

    assertThat(proxies.scheme(request)).contains("https");
    assertThat(proxies.scheme(from(PROXY, null, null).header("X-Forwarded-Proto", "gopher")))
        .isEmpty();
  }

  @Example
  void whatIsNoAddressInTheSettingIsNamed() {
    assertThatThrownBy(() -> new TrustedProxies("10.0.0.0/8, my-proxy"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("TRUSTED_PROXIES")
        .hasMessageContaining("my-proxy");
    for (String bad : List.of("10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/", "::/129", "/8", "x/8")) {
      assertThatThrownBy(() -> new TrustedProxies(bad)).isInstanceOf(ConfigurationException.class);
    }
  }

  @Property
  void garbageNeverThrowsAndNeverHidesWhatTheProxyAdded(@ForAll("garbage") String sent) {
    assertThat(proxies.client(from(PROXY, sent, null))).isNotNull();
    assertThat(proxies.client(from(PROXY, null, sent))).isNotNull();
    assertThat(client(PROXY, sent + ", " + CLIENT, null)).isEqualTo(CLIENT);
    assertThat(client(PROXY, null, sent.replace("\"", "") + ", for=" + CLIENT)).isEqualTo(CLIENT);
    // A quote that a client leaves open may swallow what follows, but never says who it is.
    assertThat(client(PROXY, null, sent + ", for=" + CLIENT)).isIn(CLIENT, PROXY);
  }

  @Property
  void aBlockHoldsWhatBeginsLikeIt(@ForAll int address, @ForAll int other, @ForAll byte length) {
    int prefix = Math.floorMod(length, 33);
    var range = new AddressRange(of(address), prefix);
    int mask = prefix == 0 ? 0 : -1 << (32 - prefix);

    assertThat(range.contains(of(address))).isTrue();
    assertThat(range.contains(of(other))).isEqualTo((address & mask) == (other & mask));
    assertThat(range.contains(of(address ^ ~mask))).isTrue();
    assertThat(range.contains(address("2001:db8::1"))).isFalse();
  }

  @Provide
  Arbitrary<String> garbage() {
    var pieces =
        Arbitraries.of(
            "for=",
            "For",
            "=",
            "\"",
            ",",
            ";",
            " ",
            "\\",
            "[",
            "]",
            ":",
            "::",
            "%eth0",
            "unknown",
            "10.0.0.1",
            "10.0.0.1:99999",
            "6.6.6.6",
            "999.1.1.1",
            "1.2.3",
            "0x7f.1",
            "::1",
            "fe80::1",
            "proto=https",
            "_secret",
            "for=\"_gazonk\"",
            "é",
            "\t",
            "0",
            "🚚");
    return pieces.list().ofMaxSize(40).map(list -> list.stream().collect(Collectors.joining()));
  }

  private String client(String peer, @Nullable String forwardedFor, @Nullable String forwarded) {
    return proxies.client(from(peer, forwardedFor, forwarded)).getHostAddress();
  }

  private static MutableHttpRequest<?> from(
      String peer, @Nullable String forwardedFor, @Nullable String forwarded) {
    // A client may send what a library for clients would not.
    var headers =
        new SimpleHttpHeaders(
            Stream.of(entry("X-Forwarded-For", forwardedFor), entry("Forwarded", forwarded))
                .flatMap(Optional::stream)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
            ConversionService.SHARED);
    return new SimpleHttpRequest<Object>(HttpMethod.GET, "/", null) {
      @Override
      public InetSocketAddress getRemoteAddress() {
        return new InetSocketAddress(address(peer), 1234);
      }

      @Override
      public MutableHttpHeaders getHeaders() {
        return headers;
      }
    };
  }

  private static Optional<Map.Entry<String, String>> entry(String name, @Nullable String value) {
    return Optional.ofNullable(value).map(text -> Map.entry(name, text.strip()));
  }

  private static InetAddress address(String literal) {
    return InetAddress.ofLiteral(literal);
  }

  private static InetAddress of(int bits) {
    return address(
        "%d.%d.%d.%d".formatted(bits >>> 24, (bits >> 16) & 0xff, (bits >> 8) & 0xff, bits & 0xff));
  }
}
