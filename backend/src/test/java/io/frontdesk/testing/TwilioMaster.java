package io.frontdesk.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.twilio.TwilioConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;

/// The platform's own account at Twilio's stand-in, used by hand: opens accounts, suspends them,
/// and has them run out of money.
public final class TwilioMaster {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI api;
  private final String credentials;

  public TwilioMaster(RunningService service) {
    var platform = service.bean(TwilioConfiguration.class);
    this.api = Objects.requireNonNull(platform.apiUrl());
    this.credentials = platform.accountSid() + ":" + platform.authToken();
  }

  /// An account at Twilio, as a business would bring it.
  public record Account(String sid, String token) {
    /// What sets it here.
    public String json() {
      return "{'account_sid': '%s', 'auth_token': '%s'}".formatted(sid, token);
    }
  }

  public Account open() {
    var made = send("POST", "/2010-04-01/Accounts.json", "FriendlyName=Own", true);
    return new Account(made.path("sid").asText(), made.path("auth_token").asText());
  }

  /// @param status `active`, `suspended` or `closed`
  public void set(String sid, String status) {
    send("POST", account(sid), "Status=" + status, true);
  }

  public String status(String sid) {
    return send("GET", account(sid), "", true).path("status").asText();
  }

  /// @param json what the stand-in's control takes: `balance`, `trial`
  public void pay(String sid, String json) {
    send("POST", "/sandbox/accounts/" + sid, json, false);
  }

  private static String account(String sid) {
    return "/2010-04-01/Accounts/" + sid + ".json";
  }

  private JsonNode send(String method, String path, String body, boolean form) {
    var request =
        HttpRequest.newBuilder(api.resolve(path))
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder()
                        .encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
            .header("Content-Type", form ? "application/x-www-form-urlencoded" : "application/json")
            .method(method, BodyPublishers.ofString(body))
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
}
