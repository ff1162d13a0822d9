package io.frontdesk.sandbox.openai;

/// A key that the stand-in takes, and what it is good for.
///
/// @param credit whether the account behind it can pay
/// @param realtime whether it may open Realtime sessions
record ApiKey(String value, boolean credit, boolean realtime) {
  /// A key that may everything.
  static ApiKey of(String value) {
    return new ApiKey(value, true, true);
  }

  /// @throws ApiError 429 if the account behind it cannot pay
  ApiKey requireCredit() {
    if (!credit) {
      throw ApiError.noCredit();
    }
    return this;
  }

  @Override
  public String toString() {
    return "ApiKey[credit=%s, realtime=%s]".formatted(credit, realtime);
  }
}
