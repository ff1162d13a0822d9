package io.frontdesk.business;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.tenancy.TenantId;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TenantClientsTest {
  private final TenantClients<String, Object> clients = new TenantClients<>(_ -> new Object());
  private final TenantId one = new TenantId(UUID.randomUUID());
  private final TenantId other = new TenantId(UUID.randomUUID());

  @Test
  void theSameAccountHasTheSameClientAndAnotherAnother() {
    Object first = clients.of(one, "a");

    assertThat(clients.of(one, "a")).isSameAs(first);
    assertThat(clients.of(one, "b")).isNotSameAs(first);
    assertThat(clients.of(one, "a")).as("the first was forgotten").isNotSameAs(first);
  }

  @Test
  void tenantsDoNotShareEvenTheSameAccount() {
    assertThat(clients.of(one, "a")).isNotSameAs(clients.of(other, "a"));
  }

  @Test
  void whatIsDroppedIsMadeAnew() {
    Object first = clients.of(one, "a");

    clients.drop(one);

    assertThat(clients.of(one, "a")).isNotSameAs(first);
  }

  @Test
  void manyWhoAskAtOnceGetOne() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var asked =
          threads.invokeAll(
              Stream.<Callable<Object>>generate(() -> () -> clients.of(one, "a"))
                  .limit(100)
                  .toList());

      assertThat(asked.stream().map(Future::resultNow).distinct()).hasSize(1);
    }
  }
}
