package io.frontdesk.receptionist;

import io.frontdesk.web.RequestException;

/// Which of a receptionist's versions is meant.
public sealed interface Which {
  String PUBLISHED = "published";
  String DRAFT = "draft";

  /// What calls use.
  record Published() implements Which {}

  /// What is being edited.
  record Draft() implements Which {}

  /// One that was published.
  record Numbered(int number) implements Which {}

  /// As it is written in an address: `published`, `draft` or a number.
  ///
  /// @param parameter what it was written for
  /// @throws RequestException.Rejected if it is none of these
  public static Which of(String parameter, String written) {
    if (written.equals(PUBLISHED)) {
      return new Published();
    }
    if (written.equals(DRAFT)) {
      return new Draft();
    }
    if (written.matches("[1-9]\\d{0,8}")) {
      return new Numbered(Integer.parseInt(written));
    }
    throw new RequestException.Rejected(
        "/" + parameter, "must be published, draft or a version's number");
  }
}
