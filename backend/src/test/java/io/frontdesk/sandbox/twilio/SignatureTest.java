package io.frontdesk.sandbox.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.security.RequestValidator;
import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SignatureTest {
  private static final String TOKEN = "0123456789abcdef0123456789abcdef";

  @Test
  void signsFormsAsTwilioDoes() {
    var form = new HashMap<String, String>();
    form.put("AccountSid", "AC00000000000000000000000000000002");
    form.put("ApiVersion", "2010-04-01");
    form.put("CallSid", "CA00000000000000000000000000000001");
    form.put("CallStatus", "ringing");
    form.put("CallerName", "");
    form.put("Direction", "inbound");
    form.put("From", "+14155550100");
    form.put("To", "+14155550199");

    assertThat(Signature.of(TOKEN, "https://voice.example.com/twilio/t/acme/voice?v=1", form))
        .isEqualTo("fYwy22Qug34DO9xO45BfGKZw58o=");
  }

  @Test
  void signsHandshakesAsTwilioDoes() {
    assertThat(Signature.of(TOKEN, "wss://voice.example.com/media/acme/tok123", Map.of()))
        .isEqualTo("yRhDiACir074MdYUi3bMk10wxKY=");
  }

  @Test
  void signsQueriesAsTwilioDoes() {
    var hash = "015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862";

    assertThat(
            Signature.of(
                TOKEN, "https://voice.example.com/twilio/json?bodySHA256=" + hash, Map.of()))
        .isEqualTo("oTwkXIasw4FewPiuYxI4IaMllNI=");
  }

  @Property(tries = 200)
  void twiliosLibraryAcceptsEverySignature(@ForAll Map<String, String> form) {
    var url = "https://voice.example.com/voice";

    assertThat(new RequestValidator(TOKEN).validate(url, form, Signature.of(TOKEN, url, form)))
        .isTrue();
  }
}
