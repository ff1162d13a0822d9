package io.frontdesk.twilio;

import io.frontdesk.web.RequestException;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The fields of a form as they came: nobody knows yet who sent them. Every field is kept, known or
/// not, since the signature covers them all.
public final class TwilioForm {
  private static final int MOST_FIELDS = 500;

  private final Map<String, String> fields;

  private TwilioForm(Map<String, String> fields) {
    this.fields = fields;
  }

  /// Reads a body of type `application/x-www-form-urlencoded`. Of a field that comes twice the
  /// first value counts, which is what Twilio's library can verify.
  ///
  /// @throws RequestException.Malformed if it is no such body
  public static TwilioForm parse(String body) {
    var fields = new LinkedHashMap<String, String>();
    try {
      new QueryStringDecoder(body, StandardCharsets.UTF_8, false, MOST_FIELDS, true)
          .parameters()
          .forEach((name, values) -> fields.put(name, values.getFirst()));
    } catch (IllegalArgumentException e) {
      throw new RequestException.Malformed("The body is not a form.", List.of());
    }
    return new TwilioForm(fields);
  }

  Map<String, String> fields() {
    return fields;
  }
}
