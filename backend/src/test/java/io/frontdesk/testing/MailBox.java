package io.frontdesk.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/// Mails that the service kept for want of a mail server, as `/sandbox/outbox` shows them.
public final class MailBox {
  private static final Pattern TOKEN = Pattern.compile("#token=([A-Za-z0-9_-]{20,})");

  private MailBox() {}

  /// The newest mail to `address` of which the subject has `words`, seen by whoever `api` is; a
  /// missing node if there is none.
  public static JsonNode newest(Api api, String address, String words) {
    return StreamSupport.stream(
            api.get("/api/v1/sandbox/outbox").body().path("mails").spliterator(), false)
        .filter(mail -> mail.path("to").asText().equals(address))
        .filter(mail -> mail.path("subject").asText().contains(words))
        .findFirst()
        .orElse(MissingNode.getInstance());
  }

  /// What the link of a mail carries.
  public static String token(String text) {
    var found = TOKEN.matcher(text);
    if (!found.find()) {
      throw new IllegalStateException("no link in: " + text);
    }
    return found.group(1);
  }
}
