package io.frontdesk.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.frontdesk.outbox.Job;
import io.frontdesk.testing.RunningService;
import io.micronaut.context.ApplicationContext;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every job that there is, done for one business with a subject that is another's.
class CrossTenantJobsTest {
  private static final RunningService SERVICE = RunningService.shared();

  @TestFactory
  Stream<DynamicTest> aJobFindsNothingOfAnothers() {
    Premises ours = Premises.open(SERVICE);
    Premises theirs = Premises.open(SERVICE);
    var subjects = theirs.one();
    subjects.remove(Thing.PRACTICE_CALL); // Twilio's id, which is no job's subject
    return SERVICE.bean(ApplicationContext.class).getBeansOfType(Job.class).stream()
        .map(
            job ->
                dynamicTest(
                    job.name(),
                    () -> {
                      var ourRows = ours.ids();

                      theirs.leftAlone(
                          () -> {
                            subjects
                                .values()
                                .forEach(id -> job.run(ours.owner().tenant(), UUID.fromString(id)));
                            return job;
                          });

                      assertThat(ours.ids()).isEqualTo(ourRows);
                    }));
  }
}
