package io.frontdesk.conversation.tool;

import java.util.regex.Pattern;

/// Whether what a model wrote down can be an e-mail address.
final class MailAddress {
  private static final Pattern ADDRESS =
      Pattern.compile(
          "[\\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}",
          Pattern.CASE_INSENSITIVE);

  private MailAddress() {}

  static boolean isOne(String text) {
    return ADDRESS.matcher(text).matches();
  }
}
