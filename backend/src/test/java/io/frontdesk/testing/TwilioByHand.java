package io.frontdesk.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.twilio.TwilioConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// A business's account at Twilio, used by its owner in Twilio's own way: what the console does.
public final class TwilioByHand {
  private static final String NUMBERS = "/IncomingPhoneNumbers";
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String account;
  private final String credentials;

  public TwilioByHand(RunningService service, Owner owner) {
    this(
        Objects.requireNonNull(service.bean(TwilioConfiguration.class).apiUrl()),
        owner.api().get("/api/v1/sandbox").body());
  }

  private TwilioByHand(URI api, JsonNode account) {
    String sid = account.path("account_sid").asText();
    this.account = api.resolve("/2010-04-01/Accounts/" + sid).toString();
    this.credentials = sid + ":" + account.path("auth_token").asText();
  }

  /// Rents a number that we know nothing of.
  public JsonNode rent(String number) {
    return send("POST", NUMBERS + ".json", Map.of("PhoneNumber", number));
  }

  /// The number as Twilio has it; a missing node if the account does not rent it.
  public JsonNode find(String number) {
    return send("GET", NUMBERS + ".json?PhoneNumber=" + encoded(number), Map.of())
        .path("incoming_phone_numbers")
        .path(0);
  }

  public void change(String number, Map<String, String> fields) {
    send("POST", NUMBERS + "/" + find(number).path("sid").asText() + ".json", fields);
  }

  public void release(String number) {
    send("DELETE", NUMBERS + "/" + find(number).path("sid").asText() + ".json", Map.of());
  }

  /// The ids of the calls that were placed from the account.
  public List<String> placedCalls() {
    var sids = new ArrayList<String>();
    for (JsonNode call : send("GET", "/Calls.json", Map.of()).path("calls")) {
      if (call.path("direction").asText().equals("outbound-api")) {
        sids.add(call.path("sid").asText());
      }
    }
    return sids;
  }

  /// Sends a text from one of the account's numbers.
  public void text(String from, String to, String body) {
    send("POST", "/Messages.json", Map.of("From", from, "To", to, "Body", body));
  }

  private JsonNode send(String method, String path, Map<String, String> fields) {
    String form =
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    var request =
        HttpRequest.newBuilder(URI.create(account + path))
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder()
                        .encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .method(method, BodyPublishers.ofString(form))
            .build();
    try {
      var answer = HTTP.send(request, BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new IllegalStateException(answer.body());
      }
      return answer.body().isEmpty() ? JSON.nullNode() : JSON.readTree(answer.body());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
