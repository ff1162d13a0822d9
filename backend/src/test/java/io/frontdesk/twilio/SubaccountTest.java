package io.frontdesk.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.rest.api.v2010.Account;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import io.frontdesk.testing.TwoNodes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// The platform opens one account at Twilio for each business, whatever goes wrong meanwhile.
@Execution(ExecutionMode.CONCURRENT)
class SubaccountTest {
  @TempDir Path data;

  @Test
  void requestsOnTwoNodesAtOnceOpenOneAccount() throws Exception {
    try (var nodes = TwoNodes.start(data);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Owner owner = Owner.signUp(nodes.one(), "Ace");
      var requests = new ArrayList<Callable<String>>();
      for (int i = 0; i < 8; i++) {
        for (RunningService node : List.of(nodes.one(), nodes.other())) {
          requests.add(() -> node.bean(TwilioAccounts.class).open(owner.tenant()).sid());
        }
      }

      var opened = threads.invokeAll(requests);

      String sid = nodes.one().bean(TwilioAccounts.class).of(owner.tenant()).sid();
      assertThat(opened).extracting(Future::resultNow).containsOnly(sid);
      assertThat(atTwilio(nodes.one(), owner)).containsExactly(sid);
    }
  }

  @Test
  void anAccountThatWasOpenedAndNotRecordedIsUsed() {
    try (var service = RunningService.start(Map.of())) {
      Owner owner = Owner.signUp(service, "Ace");
      var accounts = service.bean(TwilioAccounts.class);
      String sid = accounts.open(owner.tenant()).sid();
      int recorded =
          service
              .bean(Tenancy.class)
              .run(
                  owner.tenant(),
                  () -> service.bean(LostRecords.class).lose(owner.tenant().value()));
      assertThat(recorded).isEqualTo(1);
      owner.api().patch("/api/v1/business", "{'name': 'Best of all'}");

      assertThat(accounts.open(owner.tenant()).sid()).isEqualTo(sid);
      assertThat(atTwilio(service, owner)).containsExactly(sid);
    }
  }

  /// The business's accounts there that have not been closed.
  private static List<String> atTwilio(RunningService node, Owner owner) {
    return StreamSupport.stream(
            Account.reader()
                .setFriendlyName(TwilioAccounts.friendlyName(owner.tenant()))
                .setStatus(Account.Status.ACTIVE)
                .read(node.bean(TwilioHttp.class).platform())
                .spliterator(),
            false)
        .map(Account::getSid)
        .toList();
  }
}
