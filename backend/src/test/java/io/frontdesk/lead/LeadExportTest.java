package io.frontdesk.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.tenancy.E164;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Leads as a file for spreadsheets.
class LeadExportTest {
  private static final String EXPORT = "/api/v1/leads/export.csv";

  private final RunningService service = RunningService.shared();
  private final Leads leads = service.bean(Leads.class);
  private final Owner owner = Owner.signUp(service, "Ace Garage Doors");

  @Test
  void everyAnsweredQuestionIsAColumn() {
    hear(1, "José \"Pepe\" Núñez", "repair, urgent", Map.of("issue", "Broken\nspring"));
    hear(2, null, null, Map.of("address", "12 Oak Street"));

    var answer = owner.api().get(EXPORT);

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.header("content-type")).isEqualTo("text/csv; charset=utf-8");
    assertThat(answer.header("content-disposition")).contains("attachment", "leads.csv");
    assertThat(answer.text().replaceAll("20[0-9]{2}-[^,]+Z", "TIME").split("\r\n"))
        .containsExactly(
            "\uFEFFcreated_at,name,phone,email,status,urgency,intent,fields.address,fields.issue",
            "TIME,,+14155550102,,new,,,12 Oak Street,",
            "TIME,\"José \"\"Pepe\"\" Núñez\",+14155550101,,new,,\"repair, urgent\",,"
                + "\"Broken\nspring\"");
  }

  @Test
  void whatASpreadsheetWouldRunIsText() {
    hear(1, "=HYPERLINK(\"http://example.com\")", "-1+1", Map.of("issue", "@sum"));

    assertThat(owner.api().get(EXPORT).text())
        .contains(",\"'=HYPERLINK(\"\"http://example.com\"\")\",+14155550101,")
        .contains(",'-1+1,'@sum\r\n");
  }

  @Test
  void itHoldsWhatTheListWouldShowOnAllItsPages() {
    IntStream.range(0, 450).forEach(i -> hear(i, "Lead " + i, null, Map.of()));
    hear(999, "Kim", null, Map.of());

    var all = owner.api().get(EXPORT).text().lines().toList();
    var some = owner.api().get(EXPORT + "?q=lead").text().lines().toList();

    assertThat(all).hasSize(1 + 451).doesNotHaveDuplicates();
    assertThat(some).hasSize(1 + 450).noneMatch(line -> line.contains("Kim"));
    assertThat(owner.api().get(EXPORT + "?status=sleeping").status()).isEqualTo(400);
  }

  @Test
  void eachBusinessGetsItsOwnOnly() {
    hear(1, "Dana", null, Map.of());
    Owner other = Owner.signUp(service, "Best Plumbing");

    assertThat(other.api().get(EXPORT).text().lines()).hasSize(1);
    assertThat(service.api().get(EXPORT).status()).isEqualTo(401);
  }

  private void hear(
      int number, @Nullable String name, @Nullable String intent, Map<String, String> said) {
    var fields =
        said.entrySet().stream()
            .collect(
                Collectors.toMap(Map.Entry::getKey, e -> LeadField.spoken(e.getValue(), null)));
    leads.heard(
        owner.tenant(),
        new Heard(
            new E164("+1415555%04d".formatted(100 + number)), name, null, intent, null, fields));
  }
}
