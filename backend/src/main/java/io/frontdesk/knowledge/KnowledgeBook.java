package io.frontdesk.knowledge;

import com.github.f4b6a3.uuid.UuidCreator;
import io.frontdesk.receptionist.ReceptionistPublished;
import io.frontdesk.receptionist.Receptionists;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.RequestException;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

/// What receptionists know, as calls use it. Every method opens the tenant's door, or joins it
/// where it is open.
@Singleton
public class KnowledgeBook {
  /// What the tool is called by which models look things up.
  public static final String SEARCH = "search_knowledge";

  /// So many letters are told before a call; more are looked up during it.
  static final int TOLD_AT_MOST = 6_000;

  /// So many letters may a receptionist know.
  static final int MOST = 1_000_000;

  private static final int FOUND_AT_MOST = 4;

  /// So many passages of one entry may stand before another entry.
  private static final int MOST_OF_ONE = 5;

  private final KnowledgeEntries entries;
  private final Passages passages;
  private final Receptionists receptionists;
  private final Tenancy tenancy;

  KnowledgeBook(
      KnowledgeEntries entries, Passages passages, Receptionists receptionists, Tenancy tenancy) {
    this.entries = entries;
    this.passages = passages;
    this.receptionists = receptionists;
    this.tenancy = tenancy;
  }

  /// What can be found about a question.
  ///
  /// @param text a passage of the entry's
  public record Found(UUID entryId, String title, String text) {}

  /// Whether there is so much that it has to be looked up.
  public boolean isLookedUp(TenantId tenant, UUID receptionist, Instant now) {
    return tenancy.run(
        tenant, () -> entries.lettersInForce(tenant.value(), receptionist, now) > TOLD_AT_MOST);
  }

  /// What is known before a call.
  /// @param told all there is, or nothing if it has to be looked up
  public record Known(List<KnowledgeEntry> told, boolean isLookedUp) {}

  /// What a receptionist knows before a call.
  public Known known(TenantId tenant, UUID receptionist, Instant now) {
    return tenancy.run(
        tenant,
        () ->
            isLookedUp(tenant, receptionist, now)
                ? new Known(List.of(), true)
                : new Known(entries.inForce(tenant.value(), receptionist, now), false));
  }

  /// What has to do with the question, the best first; one passage of each entry.
  public List<Found> search(TenantId tenant, UUID receptionist, String question, Instant now) {
    var best = new LinkedHashMap<UUID, Found>();
    tenancy
        .run(
            tenant,
            () ->
                passages.search(
                    tenant.value(), receptionist, question, now, FOUND_AT_MOST * MOST_OF_ONE))
        .forEach(
            found ->
                best.putIfAbsent(
                    found.entryId(), new Found(found.entryId(), found.title(), found.text())));
    return best.values().stream().limit(FOUND_AT_MOST).toList();
  }

  /// Adds to what a receptionist knows, in the transaction that is open.
  ///
  /// @throws RequestException.Conflict if it would be too much
  KnowledgeEntry add(KnowledgeEntry entry) {
    checkRoom(entry.tenantId(), entry.receptionistId(), entry.length());
    KnowledgeEntry saved = entries.save(entry);
    cut(saved);
    return saved;
  }

  /// Puts an entry in the place of the one before, in the transaction that is open.
  ///
  /// @throws RequestException.Conflict if it would be too much
  KnowledgeEntry replace(KnowledgeEntry before, KnowledgeEntry entry) {
    checkRoom(entry.tenantId(), entry.receptionistId(), entry.length() - before.length());
    KnowledgeEntry saved = entries.update(entry);
    passages.remove(entry.tenantId().value(), entry.id());
    cut(saved);
    return saved;
  }

  /// Takes an entry out, in the transaction that is open.
  void takeOut(KnowledgeEntry entry, Instant now) {
    entries.update(entry.retired(now));
    passages.remove(entry.tenantId().value(), entry.id());
  }

  private void checkRoom(TenantId tenant, UUID receptionist, int more) {
    if (more > 0 && entries.letters(tenant.value(), receptionist) + more > MOST) {
      throw new RequestException.Conflict(
          "knowledge_full",
          "Too much to know",
          "A receptionist can know %,d letters in all. Take something out first.".formatted(MOST));
    }
  }

  private void cut(KnowledgeEntry entry) {
    TenantId tenant = entry.tenantId();
    var config = receptionists.answering(tenant, entry.receptionistId()).config();
    String language = SearchLanguage.of(config.languages().getFirst());
    int place = 0;
    for (String passage : Cutting.passages(entry.text())) {
      passages.add(
          tenant.value(),
          UuidCreator.getTimeOrderedEpoch(),
          entry.id(),
          place++,
          entry.title(),
          passage,
          language);
    }
  }

  @EventListener
  void speaksAnotherLanguage(ReceptionistPublished published) {
    passages.translate(
        published.tenant().value(),
        published.receptionistId(),
        SearchLanguage.of(published.config().languages().getFirst()));
  }
}
