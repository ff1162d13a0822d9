package io.frontdesk.twilio;

import com.twilio.exception.ApiConnectionException;
import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.http.Response;
import com.twilio.http.TwilioRestClient;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.apache.hc.core5.http.Header;
import org.jspecify.annotations.Nullable;

/// Makes clients of Twilio's REST API that ask where the configuration says. The library knows no
/// base address, so each request's host is replaced on its way out. All clients share the
/// connections.
@Singleton
class TwilioHttp {
  private static final String OFFICIAL = "https://api.twilio.com";
  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(3);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_WITHIN)
          .build();
  private final Wire wire;
  private final TwilioConfiguration configuration;
  private @Nullable TwilioRestClient platform;

  TwilioHttp(TwilioConfiguration configuration) {
    this.configuration = configuration;
    URI server = configuration.apiUrl();
    this.wire = new Wire(http, server == null ? OFFICIAL : server.toString().replaceAll("/+$", ""));
  }

  TwilioRestClient client(String accountSid, String authToken) {
    return new TwilioRestClient.Builder(accountSid, authToken).httpClient(wire).build();
  }

  /// The client for the platform's own account.
  ///
  /// @throws IllegalStateException if there is none
  synchronized TwilioRestClient platform() {
    if (platform == null) {
      platform = client(configuration.sid(), configuration.token());
    }
    return platform;
  }

  @PreDestroy
  void close() {
    http.shutdownNow();
  }

  private static final class Wire extends com.twilio.http.HttpClient {
    private final HttpClient http;
    private final String server;

    Wire(HttpClient http, String server) {
      this.http = http;
      this.server = server;
    }

    /// The library would ask up to three times whatever was asked: what buys or calls is sent once.
    @Override
    public Response reliableRequest(Request request) {
      Response response = makeRequest(request);
      boolean again = request.getMethod() == HttpMethod.GET && response.getStatusCode() >= 500;
      return again ? makeRequest(request) : response;
    }

    @Override
    public Response makeRequest(Request request) {
      String url = request.constructURL().toString();
      if (!url.startsWith(OFFICIAL + "/")) {
        throw new IllegalArgumentException("not an address of Twilio's voice API: " + url);
      }
      try {
        HttpResponse<String> answer =
            http.send(
                outgoing(request, URI.create(server + url.substring(OFFICIAL.length()))),
                BodyHandlers.ofString());
        return new Response(answer.body(), answer.statusCode(), new Header[0]);
      } catch (IOException e) {
        throw new ApiConnectionException("%s does not answer".formatted(server), e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new ApiConnectionException("interrupted", e);
      }
    }

    private static HttpRequest outgoing(Request request, URI target) {
      var outgoing =
          HttpRequest.newBuilder(target)
              .timeout(ANSWER_WITHIN)
              .header("Accept", "application/json")
              .header("User-Agent", "frontdesk");
      if (request.requiresAuthentication()) {
        outgoing.header("Authorization", request.getAuthString());
      }
      if (request.getMethod() == HttpMethod.POST) {
        outgoing.header("Content-Type", "application/x-www-form-urlencoded");
        return outgoing.POST(BodyPublishers.ofString(request.encodeFormBody())).build();
      }
      return outgoing.method(request.getMethod().toString(), BodyPublishers.noBody()).build();
    }
  }
}
