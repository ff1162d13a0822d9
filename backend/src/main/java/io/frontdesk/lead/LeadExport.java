package io.frontdesk.lead;

import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.CreatedBetween;
import io.frontdesk.web.Csv;
import io.frontdesk.web.PageQuery;
import io.frontdesk.web.Search;
import io.frontdesk.web.WireName;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Leads as a file for spreadsheets, read page by page while it is sent, however many there are.
@Singleton
class LeadExport {
  private static final int AT_ONCE = 200;
  private static final UUID NEWEST = new PageQuery(AT_ONCE, null).before();
  private static final List<String> COLUMNS =
      List.of("created_at", "name", "phone", "email", "status", "urgency", "intent");

  private final LeadRepository leads;
  private final Tenancy tenancy;

  LeadExport(LeadRepository leads, Tenancy tenancy) {
    this.leads = leads;
    this.tenancy = tenancy;
  }

  /// A header, then a line for each lead, newest first, in UTF-8. Every intake question that a lead
  /// has answered is a column of its own, `fields.<key>`.
  InputStream csv(TenantId tenant, LeadFilter filter, CreatedBetween created) {
    String pattern = Search.pattern(filter.q());
    List<String> keys = tenancy.run(tenant, () -> leads.fieldKeys(tenant.value()));
    var header = new ArrayList<>(COLUMNS);
    keys.forEach(key -> header.add("fields." + key));
    Stream<String> lines =
        Stream.iterate(
                page(tenant, filter, pattern, created, NEWEST),
                page -> !page.isEmpty(),
                page -> page(tenant, filter, pattern, created, page.getLast().id()))
            .map(page -> page.stream().map(lead -> line(lead, keys)).collect(Collectors.joining()));
    return new SequenceInputStream(
        new Parts(
            Stream.concat(Stream.of(Csv.BYTE_ORDER_MARK + Csv.line(header)), lines).iterator()));
  }

  private List<Lead> page(
      TenantId tenant,
      LeadFilter filter,
      @Nullable String pattern,
      CreatedBetween created,
      UUID before) {
    return tenancy.run(tenant, () -> leads.page(tenant, filter, pattern, created, before, AT_ONCE));
  }

  @SuppressWarnings("JdkObsolete") // what SequenceInputStream takes
  private record Parts(Iterator<String> texts) implements Enumeration<InputStream> {
    @Override
    public boolean hasMoreElements() {
      return texts.hasNext();
    }

    @Override
    public InputStream nextElement() {
      return new ByteArrayInputStream(texts.next().getBytes(StandardCharsets.UTF_8));
    }
  }

  private static String line(Lead lead, List<String> keys) {
    var cells = new ArrayList<@Nullable Object>();
    cells.add(lead.createdAt());
    cells.add(lead.name());
    cells.add(lead.phone());
    cells.add(lead.email());
    cells.add(WireName.of(lead.status()));
    cells.add(lead.urgency() == null ? null : WireName.of(lead.urgency()));
    cells.add(lead.intent());
    for (String key : keys) {
      LeadField answer = lead.fields().get(key);
      cells.add(answer == null ? null : answer.value());
    }
    return Csv.line(cells);
  }
}
