package io.frontdesk.twilio;

import com.twilio.http.HttpMethod;
import com.twilio.http.NetworkHttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import com.twilio.http.TwilioRestClient;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.config.RequestConfig;
import org.jspecify.annotations.Nullable;

/// Makes clients of Twilio's REST API that ask where the configuration says. The library knows no
/// base address, so each request's host is replaced on its way out.
@Singleton
class TwilioHttp {
  private static final String OFFICIAL = "https://api.twilio.com";
  private static final int PATIENCE_S = 10;

  private final Rewriting http;

  TwilioHttp(TwilioConfiguration configuration) {
    this.http = new Rewriting(configuration.apiUrl());
  }

  TwilioRestClient client(String accountSid, String authToken) {
    return new TwilioRestClient.Builder(accountSid, authToken).httpClient(http).build();
  }

  private static final class Rewriting extends NetworkHttpClient {
    private final @Nullable String server;

    Rewriting(@Nullable URI server) {
      super(
          RequestConfig.custom()
              .setConnectionRequestTimeout(PATIENCE_S, TimeUnit.SECONDS)
              .setResponseTimeout(PATIENCE_S, TimeUnit.SECONDS)
              .build());
      this.server = server == null ? null : server.toString().replaceAll("/+$", "");
    }

    @Override
    public Response makeRequest(Request request) {
      if (server == null) {
        return super.makeRequest(request);
      }
      var moved = new Request(request.getMethod(), request.getUrl().replace(OFFICIAL, server));
      moved.setAuth(request.getUsername(), request.getPassword());
      request
          .getQueryParams()
          .forEach((name, all) -> all.forEach(value -> moved.addQueryParam(name, value)));
      request
          .getPostParams()
          .forEach((name, all) -> all.forEach(value -> moved.addPostParam(name, value)));
      if (request.getMethod() == HttpMethod.POST) {
        moved.setContentType(request.getContentType());
      }
      return super.makeRequest(moved);
    }
  }
}
