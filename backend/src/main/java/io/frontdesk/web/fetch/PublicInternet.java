package io.frontdesk.web.fetch;

import io.frontdesk.web.address.AddressRange;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.exceptions.ConfigurationException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Tells addresses of the public internet from all others: this machine, its neighbours, the
/// metadata services of clouds, and what carries one of those inside.
/// Sources: https://www.iana.org/assignments/iana-ipv4-special-registry,
/// https://www.iana.org/assignments/iana-ipv6-special-registry
@Context
public class PublicInternet {
  private static final List<AddressRange> NOT_PUBLIC =
      ranges(
          "0.0.0.0/8", // this network
          "10.0.0.0/8", // private
          "100.64.0.0/10", // carriers' own (CGNAT); a cloud's metadata is in it
          "127.0.0.0/8", // loopback
          "168.63.129.16", // a cloud's metadata
          "169.254.0.0/16", // link-local; clouds' metadata
          "172.16.0.0/12", // private
          "192.0.0.0/24", // protocol assignments; a cloud's metadata is in it
          "192.0.2.0/24", // documentation
          "192.88.99.0/24", // relays to IPv6
          "192.168.0.0/16", // private
          "198.18.0.0/15", // benchmarks
          "198.51.100.0/24", // documentation
          "203.0.113.0/24", // documentation
          "224.0.0.0/4", // multicast
          "240.0.0.0/4"); // reserved, broadcast

  /// All other IPv6 addresses are loopback, local, multicast, translated (NAT64) or unassigned.
  private static final AddressRange GLOBAL_IPV6 = AddressRange.parse("2000::/3");

  private static final List<AddressRange> NOT_PUBLIC_IPV6 =
      ranges(
          "2001::/23", // protocol assignments; Teredo carries IPv4 addresses
          "2001:db8::/32", // documentation
          "2002::/16", // 6to4 carries IPv4 addresses
          "3fff::/20"); // documentation

  private final List<AddressRange> also;

  /// @param also `FETCH_ALSO`: addresses and blocks of the operator's own network that tenants may
  /// name, separated by commas; null or blank: none
  public PublicInternet(@Property(name = "fetch.also") @Nullable String also) {
    try {
      this.also =
          ranges(
              Stream.of((also == null ? "" : also).split(","))
                  .map(String::strip)
                  .filter(range -> !range.isEmpty())
                  .toArray(String[]::new));
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException(
          "FETCH_ALSO is \"%s\": expected addresses and CIDR blocks such as 10.1.0.0/16,"
                  .formatted(also)
              + " separated by commas.");
    }
  }

  /// Whether tenants may have us connect to it.
  public boolean has(InetAddress address) {
    return isGlobal(address) || also.stream().anyMatch(range -> range.contains(address));
  }

  private static boolean isGlobal(InetAddress address) {
    return address instanceof Inet4Address
        ? NOT_PUBLIC.stream().noneMatch(range -> range.contains(address))
        : GLOBAL_IPV6.contains(address)
            && NOT_PUBLIC_IPV6.stream().noneMatch(range -> range.contains(address));
  }

  private static List<AddressRange> ranges(String... ranges) {
    return Stream.of(ranges).map(AddressRange::parse).toList();
  }
}
