package io.frontdesk.voice;

import org.jspecify.annotations.Nullable;

/// One item of the receptionist's speech: its words, how much sound was made of them and how much
/// of that was heard.
final class Speech {
  private static final int SAMPLES_PER_MS = 8;

  /// A brisk speaker's letters a second, for words whose sound is still to come.
  private static final int LETTERS_PER_SECOND = 16;

  private final String responseId;
  private final String itemId;
  private final StringBuilder soFar = new StringBuilder();
  private @Nullable String whole;
  private int contentIndex;
  private long sent;
  private long heard;
  private boolean ended;

  Speech(String responseId, String itemId) {
    this.responseId = responseId;
    this.itemId = itemId;
  }

  String responseId() {
    return responseId;
  }

  String itemId() {
    return itemId;
  }

  boolean is(String response) {
    return responseId.equals(response);
  }

  /// Whether no sound was made of it so far.
  boolean isSilent() {
    return sent == 0;
  }

  boolean isEnded() {
    return ended;
  }

  void sent(int inContent, int samples) {
    contentIndex = inContent;
    sent += samples;
  }

  void heard(int samples) {
    heard += samples;
  }

  void end() {
    ended = true;
  }

  void said(String words) {
    soFar.append(words);
  }

  void saidAll(String words) {
    whole = words;
  }

  String words() {
    return (whole == null ? soFar.toString() : whole).strip();
  }

  /// The words that were heard so far.
  String heardWords() {
    return isSilent() ? "" : heardOf(words());
  }

  Playback.Cut cut() {
    String words = words();
    boolean interrupted = !ended || heard < sent;
    return new Playback.Cut(
        itemId,
        contentIndex,
        heard / SAMPLES_PER_MS,
        words,
        interrupted ? heardOf(words) : words,
        interrupted);
  }

  /// The whole words before the place where the sound was cut, taking them to be spread evenly.
  private String heardOf(String words) {
    long sound = ended ? sent : Math.max(sent, soundOf(words));
    int end = (int) (words.length() * heard / sound);
    if (end >= words.length()) {
      return words;
    }
    while (end > 0 && !Character.isWhitespace(words.charAt(end))) {
      end--;
    }
    return words.substring(0, end).strip();
  }

  private static long soundOf(String words) {
    return words.length() * 1000L * SAMPLES_PER_MS / LETTERS_PER_SECOND;
  }
}
