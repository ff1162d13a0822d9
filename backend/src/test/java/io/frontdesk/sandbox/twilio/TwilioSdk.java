package io.frontdesk.sandbox.twilio;

import com.twilio.http.HttpMethod;
import com.twilio.http.NetworkHttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import com.twilio.http.TwilioRestClient;
import java.net.URI;

/// Twilio's own client, pointed at a stand-in: only the host is another.
final class TwilioSdk {
  private TwilioSdk() {}

  static TwilioRestClient master(TwilioStandIn standIn) {
    return client(standIn.uri(), standIn.accountSid(), standIn.authToken(), standIn.accountSid());
  }

  static TwilioRestClient client(URI server, String user, String password, String account) {
    return new TwilioRestClient.Builder(user, password)
        .accountSid(account)
        .httpClient(new Elsewhere(server))
        .build();
  }

  private static final class Elsewhere extends NetworkHttpClient {
    private final URI server;

    Elsewhere(URI server) {
      this.server = server;
    }

    @Override
    public Response makeRequest(Request request) {
      var url = request.getUrl().replace("https://api.twilio.com", server.toString());
      var moved = new Request(request.getMethod(), url);
      moved.setAuth(request.getUsername(), request.getPassword());
      request
          .getQueryParams()
          .forEach((name, all) -> all.forEach(v -> moved.addQueryParam(name, v)));
      request.getPostParams().forEach((name, all) -> all.forEach(v -> moved.addPostParam(name, v)));
      if (request.getMethod() == HttpMethod.POST) {
        moved.setContentType(request.getContentType());
      }
      return super.makeRequest(moved);
    }
  }
}
