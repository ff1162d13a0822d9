package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A caller on a call that is held by TwiML, whose every move is written by hand.
final class HandTalk implements AutoCloseable {
  private static final Pattern ACTION =
      Pattern.compile("action=\"[^\"]*/api/v1/voice/([^\"#]+)[^\"]*\"");
  private static final Pattern REDIRECT =
      Pattern.compile("<Redirect[^>]*>[^<]*/api/v1/voice/([^<#]+)[^<]*</Redirect>");

  private final Owner owner;
  private final HandPhone phone;

  HandTalk(RunningService service, Owner owner) {
    this.owner = owner;
    phone = new HandPhone(service, owner);
  }

  /// From the next call on this engine speaks for the business's receptionist.
  static void answersWith(Owner owner, String engine) {
    change(owner, "{'engine': '%s'}".formatted(engine));
  }

  /// From the next call on the receptionist is so, too.
  static void change(Owner owner, String patch) {
    String id = owner.api().get("/api/v1/receptionists").body().at("/data/0/id").asText();
    String path = "/api/v1/receptionists/" + id;
    assertThat(owner.api().patch(path, patch).status()).isEqualTo(200);
    owner.api().post(path + "/publish", "{}");
  }

  HandPhone phone() {
    return phone;
  }

  /// Rings; what is answered.
  String rings() {
    return asks("incoming", Map.of());
  }

  /// What is answered to these words after that answer.
  String says(String answer, String words) {
    return does(answer, Map.of("SpeechResult", words, "Confidence", "0.9"));
  }

  String presses(String answer, String keys) {
    return does(answer, Map.of("Digits", keys, "FinishedOnKey", ""));
  }

  String saysNothing(String answer) {
    return does(answer, Map.of("Digits", "", "msg", "Gather End"));
  }

  String does(String answer, Map<String, String> does) {
    return asks(address(ACTION, answer), does);
  }

  /// Waits for as long as that answer has the caller wait.
  String waits(String answer) {
    String next = answer;
    while (next.contains("<Redirect")) {
      next = follows(next);
    }
    return next;
  }

  /// Asks where that answer has the carrier ask.
  String follows(String answer) {
    return asks(address(REDIRECT, answer), Map.of());
  }

  String asks(String path, Map<String, String> fields) {
    var answer = phone.webhook(path, fields);
    assertThat(answer.status()).isEqualTo(200);
    return answer.body();
  }

  /// Hangs up, and the carrier tells so.
  void hangsUp() {
    phone.webhook("call-status", Map.of("CallStatus", "completed"));
  }

  JsonNode call() {
    return owner.api().get("/api/v1/calls").body().at("/data/0");
  }

  JsonNode turns() {
    String id = call().path("id").asText();
    return owner.api().get("/api/v1/calls/" + id + "/transcript").body().path("turns");
  }

  JsonNode messages() {
    return owner.api().get("/api/v1/messages").body().path("data");
  }

  private static String address(Pattern pattern, String answer) {
    Matcher address = pattern.matcher(answer);
    assertThat(address.find()).as(answer).isTrue();
    return address.group(1).replace("&amp;", "&");
  }

  @Override
  public void close() {
    phone.close();
  }
}
