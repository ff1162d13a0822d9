package io.frontdesk.sandbox.twilio;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The value of the header `X-Twilio-Signature`.
/// Source: https://www.twilio.com/docs/usage/security
final class Signature {
  private static final String ALGORITHM = "HmacSHA1";

  private Signature() {}

  /// Signs a request.
  ///
  /// @param url as it was configured, without the fragment; with its query if that is sent
  /// @param form the fields of a form POST; empty for other requests
  static String of(String authToken, String url, Map<String, String> form) {
    var data = new StringBuilder(url);
    new TreeMap<>(form).forEach((name, value) -> data.append(name).append(value));
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(authToken.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(data.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK has no " + ALGORITHM, e);
    }
  }
}
