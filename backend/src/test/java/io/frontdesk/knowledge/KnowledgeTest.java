package io.frontdesk.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KnowledgeTest {
  private static final String GATES =
      "{'kind': 'question', 'title': 'Do you fix gates?', 'text': 'Yes, from 300 dollars.'}";

  private final RunningService service = RunningService.shared();
  private final KnowledgeBook book = service.bean(KnowledgeBook.class);
  private final Owner owner = Owner.signUp(service, "Acme");
  private final UUID receptionist =
      UUID.fromString(owner.api().get("/api/v1/receptionists").body().at("/data/0/id").asText());
  private final String path = "/api/v1/receptionists/" + receptionist + "/knowledge";

  @Test
  void whatIsAddedIsToldUntilItIsTakenOut() {
    JsonNode entry = add(GATES);

    assertThat(told()).containsExactly("Do you fix gates?");
    assertThat(owner.api().get(path).body().at("/data/0/text").asText())
        .isEqualTo("Yes, from 300 dollars.");

    assertThat(owner.api().delete(path + "/" + entry.path("id").asText()).status()).isEqualTo(204);
    assertThat(told()).isEmpty();
    assertThat(search("gates")).isEmpty();
    assertThat(owner.api().get(path).body().path("data")).isEmpty();
  }

  @Test
  void whatIsExpiredIsNeitherToldNorFound() {
    Instant tomorrow = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(1, ChronoUnit.DAYS);
    JsonNode entry = add(GATES);
    owner
        .api()
        .patch(path + "/" + entry.path("id").asText(), "{'expires_at': '%s'}".formatted(tomorrow));

    assertThat(book.known(owner.tenant(), receptionist, tomorrow.minusSeconds(1)).told())
        .hasSize(1);
    assertThat(book.known(owner.tenant(), receptionist, tomorrow).told()).isEmpty();
    assertThat(book.search(owner.tenant(), receptionist, "gates", tomorrow)).isEmpty();
    assertThat(owner.api().get(path).body().path("data")).hasSize(1);
  }

  @Test
  void whatWasChangedIsFoundByItsNewWordsOnly() {
    String id = add(GATES).path("id").asText();

    var changed = owner.api().patch(path + "/" + id, "{'text': 'No, but we install fences.'}");

    assertThat(changed.status()).isEqualTo(200);
    assertThat(search("Can you install a fence?")).containsExactly("Do you fix gates?");
    assertThat(search("How many dollars?")).isEmpty();
  }

  @Test
  void aLotIsLookedUp() {
    add(GATES);
    assertThat(book.isLookedUp(owner.tenant(), receptionist, Instant.now())).isFalse();

    add(
        "{'kind': 'document', 'title': 'History', 'text': '%s'}"
            .formatted("Long ago. ".repeat(600)));

    assertThat(book.isLookedUp(owner.tenant(), receptionist, Instant.now())).isTrue();
    assertThat(told()).isEmpty();
    assertThat(search("gate fixed?")).containsExactly("Do you fix gates?");
  }

  @Test
  void wordsAreFoundWhateverTheirEndingInTheReceptionistsLanguage() {
    owner.api().patch("/api/v1/receptionists/" + receptionist, "{'languages': ['de-AT']}");
    add("{'kind': 'question', 'title': 'Reparieren Sie Tore?', 'text': 'Ja, alle Garagentore.'}");
    assertThat(search("Kann man ein Tor reparieren?")).isEmpty();

    owner.api().post("/api/v1/receptionists/" + receptionist + "/publish", "{}");

    assertThat(search("Kann man ein Tor reparieren?")).containsExactly("Reparieren Sie Tore?");
  }

  @Test
  void whatIsLookedForIsNeverAQuery() {
    add(GATES);

    for (String odd :
        List.of(
            "gates & | ! ( : *", "\"gates", "-gates or", "'; drop table", "<->", "\\", "'''", "")) {
      assertThat(search(odd)).as(odd).hasSizeLessThan(2);
    }
  }

  @Test
  void aPdfIsKeptAsItsText() {
    JsonNode entry =
        add(
            "{'kind': 'document', 'title': 'Prices', 'file_name': 'prices.pdf', 'pdf': '%s'}"
                .formatted(Pdfs.of("A gate costs 300 dollars.")));

    assertThat(entry.path("text").asText()).isEqualTo("A gate costs 300 dollars.");
    assertThat(entry.path("file_name").asText()).isEqualTo("prices.pdf");
    assertThat(search("What does a gate cost?")).containsExactly("Prices");
  }

  @Test
  void refusesWhatIsNeitherTextNorPdfAndSaysWhy() {
    assertRefused("{'kind': 'document', 'title': 'x'}", "/text");
    assertRefused("{'kind': 'document', 'title': 'x', 'text': ' '}", "/text");
    assertRefused("{'kind': 'document', 'title': 'x', 'pdf': 'no base64!'}", "/pdf");
    assertRefused("{'kind': 'document', 'title': 'x', 'pdf': 'AAAA'}", "/pdf");
    assertRefused("{'kind': 'question', 'title': 'x', 'pdf': 'AAAA'}", "/pdf");
    assertRefused("{'kind': 'document', 'title': ' ', 'text': 'x'}", "/title");
  }

  @Test
  void keepsNoMoreThanCanBeSearched() {
    String text = "Long ago. ".repeat(10_000).strip();
    String body = "{'kind': 'document', 'title': 'History', 'text': '%s'}".formatted(text);
    for (int i = 0; i < 9; i++) {
      add(body);
    }

    assertThat(owner.api().post(path, body).body().path("type").asText())
        .isEqualTo("/problems/knowledge_full");
  }

  private JsonNode add(String body) {
    var answer = owner.api().post(path, body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.body();
  }

  private void assertRefused(String body, String pointer) {
    var answer = owner.api().post(path, body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(422);
    assertThat(answer.body().at("/errors/0/pointer").asText()).isEqualTo(pointer);
  }

  private List<String> told() {
    return book.known(owner.tenant(), receptionist, Instant.now()).told().stream()
        .map(KnowledgeEntry::title)
        .toList();
  }

  private List<String> search(String question) {
    return book.search(owner.tenant(), receptionist, question, Instant.now()).stream()
        .map(KnowledgeBook.Found::title)
        .toList();
  }
}
