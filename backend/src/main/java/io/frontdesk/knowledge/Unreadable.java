package io.frontdesk.knowledge;

/// A document of which no text can be taken; its message says why, after the document's name.
final class Unreadable extends RuntimeException {
  private static final long serialVersionUID = 1;

  Unreadable(String why) {
    super(why);
  }

  static Unreadable tooLong() {
    return new Unreadable(
        "has more than %,d letters: take out what matters".formatted(KnowledgeEntry.LONGEST_TEXT));
  }

  String why() {
    return String.valueOf(getMessage());
  }
}
