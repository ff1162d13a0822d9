package io.frontdesk.web.fetch;

/// Nothing was fetched; the message is a sentence for the person who gave the address.
public final class FetchFailed extends Exception {
  private final boolean refused;

  private FetchFailed(boolean refused, String message) {
    super(message);
    this.refused = refused;
  }

  /// The address is one that is not fetched: asking again is of no use.
  static FetchFailed refused(String message) {
    return new FetchFailed(true, message);
  }

  /// The other side did not do its part.
  static FetchFailed failed(String message, Throwable cause) {
    var failure = new FetchFailed(false, message);
    failure.initCause(cause);
    return failure;
  }

  static FetchFailed failed(String message) {
    return new FetchFailed(false, message);
  }

  /// Whether the address itself is at fault, rather than who answers there.
  public boolean isRefused() {
    return refused;
  }
}
