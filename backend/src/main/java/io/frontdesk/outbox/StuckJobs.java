package io.frontdesk.outbox;

import io.frontdesk.web.CleanText;
import io.frontdesk.web.RequestException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Jobs of any tenant that go on failing, for those who run the installation. Everything happens in
/// the running transaction of the platform.
@Singleton
public class StuckJobs {
  private static final int LONGEST_ERROR = 2_000;

  private final StuckJobRepository repository;
  private final Doorbell doorbell;
  private final Clock clock;

  StuckJobs(StuckJobRepository repository, Doorbell doorbell, Clock clock) {
    this.repository = repository;
    this.doorbell = doorbell;
    this.clock = clock;
  }

  /// Those that have failed most often first.
  ///
  /// @param failures how often at least
  public List<StuckJob> list(int failures, int most) {
    return repository.failing(failures, most);
  }

  /// Has a job tried as soon as the transaction is committed.
  ///
  /// @throws RequestException.NotFound if there is no such job
  /// @throws RequestException.Conflict if it is being tried
  public void retry(String name, String instance) {
    require(name, instance, repository.due(name, instance, clock.instant()));
    doorbell.ring();
  }

  /// Forgets a job: what it should have done is not done.
  ///
  /// @throws RequestException.NotFound if there is no such job
  /// @throws RequestException.Conflict if it is being tried
  public void drop(String name, String instance) {
    require(name, instance, repository.drop(name, instance));
    repository.forget(name, instance);
  }

  void failed(String name, String instance, @Nullable Throwable cause) {
    String error = CleanText.of(String.valueOf(cause));
    repository.note(
        name,
        instance,
        error.length() <= LONGEST_ERROR ? error : error.substring(0, LONGEST_ERROR),
        clock.instant());
  }

  void succeeded(String name, String instance) {
    repository.forget(name, instance);
  }

  private void require(String name, String instance, int changed) {
    if (changed == 0) {
      if (repository.exists(name, instance) > 0) {
        throw new RequestException.Conflict(
            "job_running", "Running", "This job is being tried right now. Look again in a moment.");
      }
      throw new RequestException.NotFound("job", name + " " + instance);
    }
  }
}
