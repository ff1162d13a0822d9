package io.frontdesk.web.address;

import java.net.InetAddress;

/// Addresses that begin alike: one address, or a block in CIDR notation. An IPv4 address that is
/// written as IPv6 (`::ffff:10.0.0.1`) is the IPv4 address.
/// Source: https://www.rfc-editor.org/rfc/rfc4632
///
/// @param first any address of the block
/// @param prefix how many leading bits are alike
public record AddressRange(InetAddress first, int prefix) {
  /// The block that `text` names, for example `10.0.0.0/8`, `2001:db8::/32` or `192.0.2.7`.
  ///
  /// @throws IllegalArgumentException if it names none; a host name does not
  public static AddressRange parse(String text) {
    int slash = text.indexOf('/');
    var first = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
    int bits = first.getAddress().length * Byte.SIZE;
    int prefix = slash < 0 ? bits : Integer.parseInt(text.substring(slash + 1));
    if (prefix < 0 || prefix > bits) {
      throw new IllegalArgumentException("prefix: %d (expected: 0 to %d)".formatted(prefix, bits));
    }
    return new AddressRange(first, prefix);
  }

  public boolean contains(InetAddress address) {
    byte[] own = first.getAddress();
    byte[] other = address.getAddress();
    if (own.length != other.length) {
      return false;
    }
    for (int bit = 0; bit < prefix; bit += Byte.SIZE) {
      int alike = Math.min(prefix - bit, Byte.SIZE);
      int mask = 0xff << (Byte.SIZE - alike);
      if (((own[bit / Byte.SIZE] ^ other[bit / Byte.SIZE]) & mask & 0xff) != 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return first.getHostAddress() + "/" + prefix;
  }
}
