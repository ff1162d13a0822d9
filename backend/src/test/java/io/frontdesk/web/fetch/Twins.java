package io.frontdesk.web.fetch;

/// Two sites with the same port at different addresses. A port that is free at one may be taken at
/// the other, by a service of another test or by a connection: then the next one is tried.
record Twins(Site one, Site other) implements AutoCloseable {
  static Twins at(String address, Site.Behaviour says, String otherAddress, Site.Behaviour other) {
    while (true) {
      Site one = Site.at(address, says);
      var twin = Site.ifFree(otherAddress, one.port(), other);
      if (twin.isPresent()) {
        return new Twins(one, twin.get());
      }
      one.close();
    }
  }

  @Override
  public void close() {
    one.close();
    other.close();
  }
}
