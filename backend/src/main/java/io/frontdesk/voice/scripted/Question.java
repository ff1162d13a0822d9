package io.frontdesk.voice.scripted;

/// What the caller is asked, in this order.
enum Question {
  NAME,
  PHONE,
  REASON,
  URGENCY,
  /// Whether all that was noted is right.
  RIGHT,
  /// Which of it is not.
  WRONG;

  /// The questions whose answers are noted, in the order of the keys 1 to 4.
  private static final Question[] NOTED = {NAME, PHONE, REASON, URGENCY};

  /// What a key chooses that stands for one of the answers; [#WRONG] if it stands for none.
  static Question noted(String keys) {
    return keys.matches("[1-4]") ? NOTED[Integer.parseInt(keys) - 1] : WRONG;
  }
}
