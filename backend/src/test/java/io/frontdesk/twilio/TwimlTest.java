package io.frontdesk.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class TwimlTest {
  @Test
  void aCallIsConnectedAndAsksWhatFollowsTheStream() {
    String twiml =
        Twiml.connect(
            URI.create("wss://fd.example/stream/t0ken"),
            URI.create("https://fd.example/stream-status"),
            URI.create("https://fd.example/stream-ended"));

    assertThat(twiml)
        .contains("<Connect><Stream", "url=\"wss://fd.example/stream/t0ken\"")
        .contains("<Redirect method=\"POST\">https://fd.example/stream-ended</Redirect>")
        .containsSubsequence("</Connect>", "<Redirect");
  }

  @Test
  void aRefusalIsSaidPolitely() {
    assertThat(Twiml.sayAndReject("Not in service & sorry."))
        .containsSubsequence("<Say>Not in service &amp; sorry.</Say>", "<Reject/>");
  }
}
