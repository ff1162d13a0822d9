package io.frontdesk.web.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.exceptions.ConfigurationException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which addresses are the public internet's.
class PublicInternetTest {
  private final PublicInternet internet = new PublicInternet(null);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "100.100.100.200",
        "127.0.0.1",
        "127.255.255.254",
        "168.63.129.16",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.192",
        "192.168.1.1",
        "198.19.0.1",
        "224.0.0.1",
        "239.255.255.255",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b:1::a00:1",
        "fe80::1",
        "fec0::1",
        "fc00::1",
        "fd00:ec2::254",
        "ff02::1",
        "2001::1",
        "2001:db8::1",
        "2002:7f00:1::1",
        "2002:a9fe:a9fe::",
        "3fff::1",
        "5f00::1"
      })
  void whatIsNotPublicIsKnown(String address) {
    assertThat(internet.has(InetAddress.ofLiteral(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "8.8.8.8",
        "100.63.255.255",
        "100.128.0.1",
        "172.15.0.1",
        "172.32.0.1",
        "169.253.0.1",
        "223.255.255.254",
        "::ffff:8.8.8.8",
        "2001:4860:4860::8888",
        "2606:4700:4700::1111",
        "2a00:1450:4001::1"
      })
  void soIsWhatIs(String address) {
    assertThat(internet.has(InetAddress.ofLiteral(address))).isTrue();
  }

  @Property
  void nothingThatTheJdkCallsLocalIsPublic(@ForAll("addresses") InetAddress address) {
    boolean local =
        address.isAnyLocalAddress()
            || address.isLinkLocalAddress()
            || address.isLoopbackAddress()
            || address.isMulticastAddress()
            || address.isSiteLocalAddress();

    assertThat(internet.has(address) && local).as(address.toString()).isFalse();
  }

  /// Every notation in which IPv6 carries an IPv4 address.
  @Property
  void noIpv6AddressSmugglesAnIpv4One(@ForAll @Size(4) byte[] carried) throws Exception {
    String high = "%02x%02x".formatted(carried[0], carried[1]);
    String low = "%02x%02x".formatted(carried[2], carried[3]);
    var plain = InetAddress.getByAddress(carried);

    assertThat(internet.has(InetAddress.ofLiteral("::ffff:%s:%s".formatted(high, low))))
        .isEqualTo(internet.has(plain));
    for (String notation :
        new String[] {"::%s:%s", "64:ff9b::%s:%s", "2002:%s:%s::1", "2001:0:%s:%s::"}) {
      assertThat(internet.has(InetAddress.ofLiteral(notation.formatted(high, low)))).isFalse();
    }
  }

  @Test
  void operatorsMayOpenTheirOwnNetwork() throws UnknownHostException {
    var opened = new PublicInternet(" 10.1.0.0/16, fd12::1 ");

    assertThat(opened.has(InetAddress.getByName("10.1.2.3"))).isTrue();
    assertThat(opened.has(InetAddress.getByName("fd12::1"))).isTrue();
    assertThat(opened.has(InetAddress.getByName("10.2.0.1"))).isFalse();
    assertThatThrownBy(() -> new PublicInternet("intranet"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("FETCH_ALSO");
  }

  @Provide
  Arbitrary<InetAddress> addresses() {
    var bytes = Arbitraries.bytes();
    return Arbitraries.oneOf(
            bytes.array(byte[].class).ofSize(4), bytes.array(byte[].class).ofSize(16))
        .map(
            address -> {
              try {
                return InetAddress.getByAddress(address);
              } catch (UnknownHostException e) {
                throw new IllegalStateException(e);
              }
            });
  }
}
