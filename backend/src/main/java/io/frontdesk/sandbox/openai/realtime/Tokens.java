package io.frontdesk.sandbox.openai.realtime;

/// Numbers of tokens by kind.
record Tokens(long text, long audio) {
  static final Tokens NONE = new Tokens(0, 0);

  private static final int CALLER_MS_PER_TOKEN = 100;
  private static final int MODEL_MS_PER_TOKEN = 50;
  static final int CHARACTERS_PER_TOKEN = 4;

  /// About four characters a token.
  static Tokens ofText(String text) {
    return new Tokens(Math.ceilDiv(text.length(), CHARACTERS_PER_TOKEN), 0);
  }

  static Tokens ofCaller(int audioMs) {
    return new Tokens(0, Math.ceilDiv(audioMs, CALLER_MS_PER_TOKEN));
  }

  static Tokens ofModel(int audioMs) {
    return new Tokens(0, Math.ceilDiv(audioMs, MODEL_MS_PER_TOKEN));
  }

  Tokens plus(Tokens more) {
    return new Tokens(text + more.text, audio + more.audio);
  }

  long total() {
    return text + audio;
  }

  /// What of these tokens is taken from the cache if those were sent before: whole blocks of 64.
  Tokens cachedAfter(Tokens before) {
    return new Tokens(
        Math.min(text, before.text) / 64 * 64, Math.min(audio, before.audio) / 64 * 64);
  }
}
