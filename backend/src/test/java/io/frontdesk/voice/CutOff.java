package io.frontdesk.voice;

import io.frontdesk.database.Login;
import io.frontdesk.database.Logins;
import io.frontdesk.testing.RunningService;
import io.frontdesk.testing.TestDatabase;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/// A service whose way to its database can be cut and mended.
final class CutOff implements AutoCloseable {
  private final Detour way;
  private final RunningService service;

  private CutOff(Detour way, RunningService service) {
    this.way = way;
    this.service = service;
  }

  static CutOff start(Map<String, Object> settings) {
    Logins logins = TestDatabase.another();
    URI address = URI.create(logins.app().url().substring("jdbc:".length()));
    var way = new Detour(new InetSocketAddress(address.getHost(), address.getPort()));
    String direct = address.getHost() + ":" + address.getPort();
    String url = logins.app().url().replace(direct, "127.0.0.1:" + way.port());
    var app = new Login(url, logins.app().user(), logins.app().password());
    var impatient = new HashMap<>(settings);
    impatient.put("datasources.default.connection-timeout", 2000);
    return new CutOff(
        way, RunningService.start(new Logins(app, logins.owner()).properties(), impatient));
  }

  RunningService service() {
    return service;
  }

  /// The database goes away.
  void cut() {
    way.cut();
  }

  /// How often the service has asked for it in vain.
  int refused() {
    return way.refused();
  }

  void mend() {
    way.mend();
  }

  @Override
  public void close() {
    way.mend();
    service.close();
    way.close();
  }
}
