package io.frontdesk.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.testing.Api.Answer;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RawConnection;
import io.frontdesk.testing.RunningService;
import io.frontdesk.web.RequestException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Documents as people have them are files of megabytes; nothing else that large is taken.
class DocumentUploadTest {
  private static final String PDF = "application/pdf";
  private static final int MEGABYTE = 1 << 20;
  private static final Pattern REFUSED =
      Pattern.compile("HTTP/1\\.1 (403|413|415) .*", Pattern.DOTALL);

  private final RunningService service = RunningService.shared();
  private final Owner owner = Owner.signUp(service, "Ace");
  private final String path =
      "/api/v1/receptionists/%s/knowledge"
          .formatted(owner.api().get("/api/v1/receptionists").body().at("/data/0/id").asText());
  private final String token = token();

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aLeafletWithPhotographsIsKeptAsItsText(boolean announced) {
    byte[] leaflet = Pdfs.withPhotograph(9, "A gate costs 300 dollars.");
    assertThat(leaflet.length).isBetween(8 * MEGABYTE, 10 * MEGABYTE);

    var answer = upload("?title=Prices&file_name=prices.pdf", PDF, leaflet, announced);

    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    assertThat(answer.body().path("kind").asText()).isEqualTo("document");
    assertThat(answer.body().path("title").asText()).isEqualTo("Prices");
    assertThat(answer.body().path("file_name").asText()).isEqualTo("prices.pdf");
    assertThat(answer.body().path("text").asText()).isEqualTo("A gate costs 300 dollars.");
    assertThat(owner.api().get(path).body().at("/data/0/text").asText())
        .isEqualTo("A gate costs 300 dollars.");
  }

  @Test
  void textsAreKeptAsTheyAreWhateverTheirLetters() {
    String text = "# Türen\n\n- Für 300 €";

    for (Charset letters : new Charset[] {StandardCharsets.UTF_8, Charset.forName("cp1252")}) {
      var answer = upload("?title=Preise", "text/markdown", text.getBytes(letters), true);

      assertThat(answer.status()).as(answer.text()).isEqualTo(201);
      assertThat(answer.body().path("text").asText()).isEqualTo(text);
    }
  }

  @Test
  void saysWhatIsWrongWithAFile() {
    byte[] scan = Pdfs.withPhotograph(1);
    assertRefused("no text in it: it may be a scan", scan);
    assertRefused("is locked", Base64.getDecoder().decode(Pdfs.locked("Secret.")));
    assertRefused("no PDF, or a broken one", bytes("%PDF-1.7\n1 0 obj\n<< /Type"));
    assertRefused("neither a PDF nor a text", bytes("PK\u0003\u0004\0\0word/document.xml"));
    assertRefused("nothing in it", bytes(" \n"));
    assertRefused("more than 100,000 letters", bytes("Long ago. ".repeat(10_001)));
    assertRefused("more than 100,000 letters", bytes("Long ago. ".repeat(500_000)));
    assertThat(owner.api().get(path).body().path("data")).isEmpty();
  }

  @Test
  void itNeedsAName() {
    for (String query : new String[] {"", "?title=", "?title=" + "x".repeat(301)}) {
      var answer = upload(query, "text/plain", bytes("Hello."), true);

      assertThat(answer.status()).as(answer.text()).isIn(400, 422);
      assertThat(answer.body().at("/errors/0/pointer").asText()).isEqualTo("/title");
    }
  }

  @Test
  void elevenMegabytesAreTooMuchThoughNobodyHasSaidSoBefore() {
    String answer =
        answered(path + "/documents?title=Prices", PDF, "%PDF-" + "x".repeat(11 * MEGABYTE), false);

    assertThat(answer).startsWith("HTTP/1.1 413");
    assertThat(answer).containsIgnoringCase("content-type: application/problem+json");
    assertThat(owner.api().get(path).body().path("data")).isEmpty();
  }

  @Test
  void fiftyMegabytesAreRefusedBeforeTheyAreSent() {
    try (var connection = RawConnection.to(service)) {
      connection.send(
          headers(path + "/documents?title=x", PDF) + "Content-Length: 52428800\r\n\r\n");

      assertThat(connection.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 413");
    }
  }

  @Test
  void nothingElseTakesMoreThanAMegabyteHoweverItComes() {
    for (String type : new String[] {"application/json", "application/x-www-form-urlencoded"}) {
      for (String other : new String[] {path, "/api/v1/oauth/token", "/api/v1/voice/incoming"}) {
        String body = "a=" + "x".repeat(5 * MEGABYTE);

        assertThat(answered(other, type, body, true)).as("%s to %s", type, other).matches(REFUSED);
        assertThat(answered(other, type, body, false))
            .as("%s to %s, unannounced", type, other)
            .matches(REFUSED);
      }
    }
  }

  @Test
  void ofAFileThatBreaksOffNothingIsKept() throws IOException {
    InputStream gone = InputStream.nullInputStream();
    gone.close();
    var half = new SequenceInputStream(new ByteArrayInputStream(bytes("%PDF-1.7")), gone);

    assertThatThrownBy(() -> DocumentFile.receive(half))
        .isInstanceOf(RequestException.Malformed.class);
  }

  private void assertRefused(String why, byte[] file) {
    var answer = upload("?title=Prices", PDF, file, true);
    assertThat(answer.status()).as(answer.text()).isEqualTo(422);
    assertThat(answer.body().at("/errors/0/pointer").asText()).isEqualTo("/file");
    assertThat(answer.body().at("/errors/0/detail").asText()).contains(why);
  }

  private Answer upload(String query, String type, byte[] file, boolean announced) {
    return owner.api().upload(path + "/documents" + query, type, file, announced);
  }

  /// The status and headers of what is answered, however much of a body is sent by then: a client
  /// that first sends all of it may find the connection reset, and no answer.
  private String answered(String at, String type, String body, boolean announced) {
    String request =
        headers(at, type)
            + (announced
                ? "Content-Length: %d\r\n\r\n".formatted(body.length()) + body
                : "Transfer-Encoding: chunked\r\n\r\n%x\r\n".formatted(body.length())
                    + body
                    + "\r\n0\r\n\r\n");
    try (var connection = RawConnection.to(service)) {
      Thread.ofVirtual().name("sends " + at).start(() -> connection.send(request));
      return connection.readUntil("\r\n\r\n");
    }
  }

  private String headers(String at, String type) {
    return "POST %s HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\nContent-Type: %s\r\n"
        .formatted(at, service.url().getAuthority(), token, type);
  }

  private String token() {
    String login = "{'email': '%s', 'password': '%s'}".formatted(owner.email(), Owner.PASSWORD);
    return service.api().post("/api/v1/auth/login", login).body().path("access_token").asText();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
