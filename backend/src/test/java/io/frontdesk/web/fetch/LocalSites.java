package io.frontdesk.web.fetch;

/// Clients that may reach sites of tests.
public final class LocalSites {
  private LocalSites() {}

  /// A client that may reach this address beside the public internet.
  public static GuardedClient reachable(String address) {
    return new GuardedClient(new PublicInternet(address), "local");
  }
}
