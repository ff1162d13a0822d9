package io.frontdesk.operator;

import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.netty.NettyEmbeddedServer;
import io.micronaut.http.server.netty.configuration.NettyHttpServerConfiguration;
import io.micronaut.http.server.netty.configuration.NettyHttpServerConfiguration.NettyListenerConfiguration;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The port for those who run the installation, beside the one for everybody: `MANAGEMENT_PORT` on
/// `MANAGEMENT_HOST`.
@Singleton
public class Management implements BeanCreatedEventListener<NettyHttpServerConfiguration> {
  private final String host;
  private final int port;
  private final BeanProvider<NettyEmbeddedServer> server;

  /// @param host which of the machine's addresses it listens on; itself only, unless told otherwise
  /// @param port -1: any that is free
  Management(
      @Property(name = "management.host", defaultValue = "127.0.0.1") String host,
      @Property(name = "management.port", defaultValue = "-1") int port,
      BeanProvider<NettyEmbeddedServer> server) {
    this.host = host;
    this.port = port;
    this.server = server;
  }

  @Override
  public NettyHttpServerConfiguration onCreated(
      BeanCreatedEvent<NettyHttpServerConfiguration> event) {
    NettyHttpServerConfiguration configuration = event.getBean();
    if (configuration.getListeners() == null) {
      configuration.setListeners(
          List.of(
              listener(configuration.getHost().orElse(null), configuration.getPort().orElse(-1)),
              listener(host, port)));
    }
    return configuration;
  }

  /// Where operators ask, once the service serves.
  public URI uri() {
    return URI.create("http://%s:%d/operator".formatted(host, boundPort()));
  }

  /// Whether a request came to this port.
  boolean isAsked(HttpRequest<?> request) {
    return request.getServerAddress().getPort() == boundPort();
  }

  private int boundPort() {
    // In the order of the listeners.
    return List.copyOf(server.get().getBoundPorts()).getLast();
  }

  private static NettyListenerConfiguration listener(@Nullable String host, int port) {
    return NettyListenerConfiguration.createTcp(host, port, false, null, null);
  }
}
