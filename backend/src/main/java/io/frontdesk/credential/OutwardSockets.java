package io.frontdesk.credential;

import io.frontdesk.web.fetch.PublicInternet;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;

/// Sockets to servers that tenants name: in production they lead out of the house only. What is
/// checked is the very address that is connected to, so that a name that changes its mind between
/// two look-ups does not get through.
final class OutwardSockets extends SocketFactory {
  private final PublicInternet internet;
  private final boolean outwardOnly;

  OutwardSockets(PublicInternet internet, boolean outwardOnly) {
    this.internet = internet;
    this.outwardOnly = outwardOnly;
  }

  /// The address is not one of the internet's.
  static final class Inward extends IOException {
    private static final long serialVersionUID = 1;

    Inward(SocketAddress address) {
      super("not an address of the internet: " + address);
    }
  }

  @Override
  public Socket createSocket() {
    return new Socket() {
      @Override
      public void connect(SocketAddress address, int timeout) throws IOException {
        if (outwardOnly && !isOutward(address)) {
          throw new Inward(address);
        }
        super.connect(address, timeout);
      }
    };
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort)
      throws IOException {
    return connected(new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
      throws IOException {
    return connected(new InetSocketAddress(host, port));
  }

  private Socket connected(SocketAddress address) throws IOException {
    Socket socket = createSocket();
    socket.connect(address, 0);
    return socket;
  }

  private boolean isOutward(SocketAddress address) {
    return address instanceof InetSocketAddress resolved
        && resolved.getAddress() != null
        && internet.has(resolved.getAddress());
  }
}
