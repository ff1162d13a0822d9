package io.frontdesk.web.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/// Looks a host's addresses up for a connection, once: what is checked here is what is connected
/// to, so an answer that changes from one look to the next is of no use to anybody.
final class CheckedNames implements DnsResolver {
  private final DnsResolver names;
  private final PublicInternet internet;

  CheckedNames(DnsResolver names, PublicInternet internet) {
    this.names = names;
    this.internet = internet;
  }

  /// A host with an address that is not public.
  static final class Refused extends UnknownHostException {
    Refused(String host) {
      super(host);
    }
  }

  /// @throws Refused if even one of the addresses is not public
  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] found = names.resolve(host);
    for (InetAddress address : found) {
      if (!internet.has(address)) {
        throw new Refused(host);
      }
    }
    return found.clone();
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }
}
