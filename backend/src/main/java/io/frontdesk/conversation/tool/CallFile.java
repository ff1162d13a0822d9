package io.frontdesk.conversation.tool;

import io.frontdesk.appointment.UpcomingAppointments;
import io.frontdesk.call.EarlierCalls;
import io.frontdesk.conversation.CallerPage;
import io.frontdesk.conversation.KnowledgePage;
import io.frontdesk.conversation.PromptPage;
import io.frontdesk.customer.CustomerBook;
import io.frontdesk.knowledge.KnowledgeBook;
import io.frontdesk.message.WaitingMessages;
import io.frontdesk.tenancy.E164;
import io.frontdesk.tenancy.TenantId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// What the records say that is worth knowing before a call, page by page.
@Singleton
public class CallFile {
  private static final int CALLS = 3;
  private static final int APPOINTMENTS = 3;
  private static final int MESSAGES = 3;

  private final KnowledgeBook knowledge;
  private final CustomerBook customers;
  private final EarlierCalls calls;
  private final UpcomingAppointments appointments;
  private final WaitingMessages messages;
  private final Clock clock;

  CallFile(
      KnowledgeBook knowledge,
      CustomerBook customers,
      EarlierCalls calls,
      UpcomingAppointments appointments,
      WaitingMessages messages,
      Clock clock) {
    this.knowledge = knowledge;
    this.customers = customers;
    this.calls = calls;
    this.appointments = appointments;
    this.messages = messages;
    this.clock = clock;
  }

  /// The pages for the prompt of a call, in the tenant's open transaction.
  public List<PromptPage> pages(OnCall on) {
    Instant now = on.now(clock).toInstant();
    var pages = new ArrayList<PromptPage>();
    UUID receptionist = on.receptionistId();
    if (receptionist != null) {
      pages.add(knows(on.tenant(), receptionist, now));
    }
    E164 caller = on.caller();
    if (caller != null) {
      pages.add(known(on, caller, now));
    }
    return List.copyOf(pages);
  }

  /// What a receptionist knows then, whoever calls.
  public PromptPage knows(TenantId tenant, UUID receptionist, Instant then) {
    KnowledgeBook.Known known = knowledge.known(tenant, receptionist, then);
    return KnowledgePage.of(known.told(), known.isLookedUp());
  }

  private PromptPage known(OnCall on, E164 caller, Instant now) {
    UUID tenant = on.tenant().value();
    return new CallerPage(
            customers.calling(on.tenant(), caller),
            calls.with(tenant, on.callId(), caller.value(), CALLS),
            appointments.of(tenant, caller.value(), now, APPOINTMENTS),
            messages.of(tenant, caller.value(), MESSAGES))
        .in(on.business().timeZone());
  }
}
