package io.frontdesk.secrets;

/// Something was encrypted for somebody else, or with keys that this installation does not have.
public final class Undecryptable extends IllegalStateException {
  private static final long serialVersionUID = 1;

  Undecryptable(Throwable cause) {
    super("could not decrypt: is SECRETS_KEYSET the one it was stored with?", cause);
  }
}
