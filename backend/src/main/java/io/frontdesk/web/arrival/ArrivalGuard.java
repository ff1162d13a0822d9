package io.frontdesk.web.arrival;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import jakarta.inject.Singleton;

/// Puts an [Arrival] into every connection of the server.
@Singleton
class ArrivalGuard implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
  private final ArrivalLimits limits;

  ArrivalGuard(ArrivalLimits limits) {
    this.limits = limits;
  }

  @Override
  public NettyServerCustomizer.Registry onCreated(
      BeanCreatedEvent<NettyServerCustomizer.Registry> created) {
    created
        .getBean()
        .register(
            new NettyServerCustomizer() {
              @Override
              public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
                return role == ChannelRole.CONNECTION ? new OfConnection(channel) : this;
              }
            });
    return created.getBean();
  }

  private final class OfConnection implements NettyServerCustomizer {
    private final Channel connection;

    OfConnection(Channel connection) {
      this.connection = connection;
    }

    @Override
    public void onStreamPipelineBuilt() {
      Arrival.watch(connection.pipeline(), limits);
    }
  }
}
