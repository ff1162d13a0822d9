package io.frontdesk.customer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.call.PracticeCalls;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CustomerTest {
  private final RunningService service = RunningService.shared();
  private final Owner owner = Owner.signUp(service, "Acme");

  @Test
  void customersAreGivenTheNextNumberOrHaveTheirOwn() {
    assertThat(add("{'name': 'Ann'}").path("number").asText()).isEqualTo("1001");
    add("{'name': 'Bob', 'number': '2005'}");
    add("{'name': 'Eve', 'number': 'a-7'}");

    assertThat(add("{'name': 'Dan'}").path("number").asText()).isEqualTo("2006");
    assertThat(
            owner
                .api()
                .post("/api/v1/customers", "{'name': 'Kim', 'number': 'A-7'}")
                .body()
                .path("type")
                .asText())
        .isEqualTo("/problems/number_taken");
  }

  @Test
  void numbersThatAreGivenAtTheSameTimeDiffer() {
    var numbers =
        IntStream.range(0, 8)
            .parallel()
            .mapToObj(i -> add("{'name': 'Customer %d'}".formatted(i)).path("number").asText())
            .toList();

    assertThat(numbers).doesNotHaveDuplicates();
  }

  @Test
  void whoIsTakenOffTheBooksLeavesTheirJobsAndALineInTheAuditLog() {
    String id = add("{'name': 'Ann', 'phone': '+14155550134'}").path("id").asText();
    String job =
        owner
            .api()
            .post(
                "/api/v1/service-requests",
                "{'type': 'repair', 'description': 'The gate.', 'customer_id': '%s'}".formatted(id))
            .body()
            .path("id")
            .asText();

    assertThat(owner.api().delete("/api/v1/customers/" + id).status()).isEqualTo(204);

    assertThat(owner.api().get("/api/v1/customers/" + id).status()).isEqualTo(404);
    assertThat(owner.api().delete("/api/v1/customers/" + id).status()).isEqualTo(404);
    JsonNode left = owner.api().get("/api/v1/service-requests/" + job).body();
    assertThat(left.path("customer_id").isNull()).isTrue();
    assertThat(left.path("description").asText()).isEqualTo("The gate.");
    assertThat(owner.api().delete("/api/v1/service-requests/" + job).status()).isEqualTo(204);
    assertThat(owner.api().get("/api/v1/service-requests").body().path("data")).isEmpty();
    assertThat(
            owner
                .api()
                .get("/api/v1/audit-log?action=delete")
                .body()
                .path("data")
                .findValuesAsText("resource"))
        .containsExactly("service_request", "customer");
  }

  @Test
  void anotherBusinesssCustomerIsNotDeleted() {
    String id = add("{'name': 'Ann'}").path("id").asText();
    Owner other = Owner.signUp(service, "Best");

    assertThat(other.api().delete("/api/v1/customers/" + id).status()).isEqualTo(404);
    assertThat(owner.api().get("/api/v1/customers/" + id).status()).isEqualTo(200);
  }

  @Test
  void customersAreFoundByNumberTelephoneAndWords() {
    add("{'name': 'Ann Lee', 'number': 'K7', 'phone': '+14155550134', 'address': '12 Oak Street'}");
    add("{'name': 'Bob'}");

    for (String query : List.of("number=k7", "phone=%2B14155550134", "q=oak", "q=550134")) {
      var found = owner.api().get("/api/v1/customers?" + query).body().path("data");
      assertThat(found).as(query).hasSize(1);
      assertThat(found.at("/0/name").asText()).isEqualTo("Ann Lee");
    }
  }

  @Test
  void whoAsksForSomethingIsTheCustomerWithThatNumber() {
    String id = add("{'name': 'Ann', 'phone': '+14155550134'}").path("id").asText();

    JsonNode made =
        owner
            .api()
            .post(
                "/api/v1/service-requests",
                "{'type': 'repair', 'description': 'The gate is stuck.', 'phone': '+14155550134'}")
            .body();
    String path = "/api/v1/service-requests/" + made.path("id").asText();
    owner.api().patch(path, "{'status': 'in_progress'}");

    assertThat(made.path("customer_id").asText()).isEqualTo(id);
    assertThat(made.path("urgency").asText()).isEqualTo("normal");
    assertThat(owner.api().get(path).body().path("status").asText()).isEqualTo("in_progress");
    assertThat(owner.api().get("/api/v1/service-requests?status=open").body().path("data"))
        .isEmpty();
    assertThat(
            new PracticeCalls(service, owner.tenant())
                .events(UUID.fromString(made.path("id").asText())))
        .containsExactly("service_request.created");
  }

  @Test
  void aCustomerOfSomebodyElseIsNone() {
    String other =
        Owner.signUp(service, "Bolt")
            .api()
            .post("/api/v1/customers", "{'name': 'Ann'}")
            .body()
            .path("id")
            .asText();

    var refused =
        owner
            .api()
            .post(
                "/api/v1/service-requests",
                "{'type': 'repair', 'description': 'x', 'customer_id': '%s'}".formatted(other));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body().at("/errors/0/pointer").asText()).isEqualTo("/customer_id");
  }

  private JsonNode add(String body) {
    var answer = owner.api().post("/api/v1/customers", body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.body();
  }
}
