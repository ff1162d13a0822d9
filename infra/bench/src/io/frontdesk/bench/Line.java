package io.frontdesk.bench;

/// A telephone line that can be called.
///
/// @param account whose line it is
/// @param token with which that account's requests are signed
record Line(String account, String token, String number) {
  @Override
  public String toString() {
    return "Line[account=%s, number=%s]".formatted(account, number);
  }
}
