package io.frontdesk.outbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import io.frontdesk.tenancy.TenantId;
import io.micronaut.context.event.ApplicationEventPublisher;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.support.TransactionSynchronization;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;

/// Where a change leaves what it causes: an event that others may learn of, and jobs to be done.
/// Both are written in the running transaction, so they are there exactly if the change is.
@Singleton
public class Outbox {
  private final Events events;
  private final DueJobs jobs;
  private final ObjectMapper json;
  private final Clock clock;
  private final TransactionOperations<Connection> transactions;
  private final Doorbell doorbell;
  private final ApplicationEventPublisher<Announcement> listeners;

  Outbox(
      Events events,
      DueJobs jobs,
      ObjectMapper json,
      Clock clock,
      TransactionOperations<Connection> transactions,
      Doorbell doorbell,
      ApplicationEventPublisher<Announcement> listeners) {
    this.listeners = listeners;
    this.transactions = transactions;
    this.doorbell = doorbell;
    this.events = events;
    this.jobs = jobs;
    this.json = json;
    this.clock = clock;
  }

  /// Records that `type` happened to `subject`, and announces it.
  public void happened(TenantId tenant, String type, UUID subject, Map<String, ?> data) {
    JsonNode details = json.valueToTree(data);
    Instant now = clock.instant();
    events.save(new Event(UuidCreator.getTimeOrderedEpoch(), tenant, type, subject, details, now));
    announce(new Announcement(tenant, type, subject, details, now));
  }

  /// Announces what is worth telling to whoever watches and not worth keeping.
  public void announce(TenantId tenant, String type, UUID subject, Object data) {
    announce(new Announcement(tenant, type, subject, json.valueToTree(data), clock.instant()));
  }

  private void announce(Announcement announcement) {
    afterCommit(() -> listeners.publishEvent(announcement));
  }

  /// Has `job` done for `subject` as soon as the transaction is committed. Asked twice before it is
  /// begun, it is done once; asked while it is being done, it is done again.
  public void soon(Job job, TenantId tenant, UUID subject) {
    at(clock.instant(), job, tenant, subject);
  }

  /// As [#soon(Job, TenantId, UUID)], for what belongs to no tenant.
  public void soon(PlatformJob job, UUID subject) {
    schedule(job.name(), subject.toString(), subject.toString(), clock.instant());
  }

  /// As [#soon(Job, TenantId, UUID)], not before `time`.
  public void at(Instant time, Job job, TenantId tenant, UUID subject) {
    schedule(job.name(), tenant + "/" + subject, JobRunner.data(tenant, subject), time);
  }

  private void schedule(String job, String instance, String data, Instant time) {
    byte[] stored = Serializer.DEFAULT_JAVA_SERIALIZER.serialize(data);
    jobs.add(job, instance, HexFormat.of().formatHex(stored), time);
    if (!time.isAfter(clock.instant())) {
      afterCommit(doorbell::ring);
    }
  }

  private void afterCommit(Runnable work) {
    transactions
        .findTransactionStatus()
        .orElseThrow()
        .registerSynchronization(
            new TransactionSynchronization() {
              @Override
              public void afterCommit() {
                work.run();
              }
            });
  }
}
