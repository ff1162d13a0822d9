package io.frontdesk.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import com.twilio.exception.ApiException;
import com.twilio.exception.TwilioException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.Account;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Twilio's library, made to ask where the configuration says.
class TwilioHttpTest {
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final Set<InetSocketAddress> connections = ConcurrentHashMap.newKeySet();
  private HttpServer server;
  private TwilioHttp http;
  private TwilioRestClient client;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
    var url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    http = new TwilioHttp(new TwilioConfiguration("AC1", "secret", url));
    client = http.client("AC1", "secret");
  }

  @AfterEach
  void stop() {
    http.close();
    server.stop(0);
  }

  @Test
  void formsAndCredentialsArriveAsTwilioTakesThem() {
    answer(201, "{\"sid\": \"AC2\", \"auth_token\": \"t\"}");

    var account = Account.creator().setFriendlyName("Müller & Söhne; 1+1").create(client);

    assertThat(account.getSid()).isEqualTo("AC2");
    assertThat(asked)
        .containsExactly(
            "POST /2010-04-01/Accounts.json Basic QUMxOnNlY3JldA=="
                + " FriendlyName=M%C3%BCller+%26+S%C3%B6hne%3B+1%2B1");
  }

  @Test
  void whatBuysIsAskedOnceAndWhatReadsTwice() {
    answer(503, "{\"code\": 20503, \"message\": \"later\", \"status\": 503}");

    assertThatThrownBy(() -> Account.creator().create(client)).isInstanceOf(ApiException.class);
    assertThat(asked).hasSize(1);
    assertThatThrownBy(() -> IncomingPhoneNumber.reader().read(client))
        .isInstanceOf(ApiException.class);
    assertThat(asked).hasSize(3);
  }

  @Test
  void allClientsShareTheirConnections() {
    answer(201, "{\"sid\": \"AC2\", \"auth_token\": \"t\"}");

    Account.creator().create(client);
    Account.creator().create(http.client("AC3", "other"));
    Account.creator().create(http.platform());

    assertThat(asked).hasSize(3);
    assertThat(connections).hasSize(1);
    assertThat(http.platform()).isSameAs(http.platform());
  }

  @Test
  void aDeletionIsOne() {
    answer(204, "");

    assertThat(IncomingPhoneNumber.deleter("PN1").delete(client)).isTrue();
    assertThat(asked.getFirst())
        .startsWith("DELETE /2010-04-01/Accounts/AC1/IncomingPhoneNumbers/PN1.json");
  }

  @Test
  void aServerThatIsNotThereIsTwiliosFailure() {
    server.stop(0);

    assertThatThrownBy(() -> Account.creator().create(client))
        .isInstanceOf(TwilioException.class)
        .hasMessageContaining("does not answer");
  }

  private void answer(int status, String body) {
    server.createContext(
        "/",
        exchange -> {
          connections.add(exchange.getRemoteAddress());
          var sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          asked.add(
              "%s %s %s %s"
                  .formatted(
                      exchange.getRequestMethod(),
                      exchange.getRequestURI(),
                      exchange.getRequestHeaders().getFirst("Authorization"),
                      sent));
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }
}
