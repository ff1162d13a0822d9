package io.frontdesk.conversation;

import io.frontdesk.business.Business;
import io.frontdesk.call.Errand;
import io.frontdesk.receptionist.ReceptionistConfig;
import io.frontdesk.receptionist.Service;
import io.frontdesk.tenancy.E164;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the model is told before a call: who it is, what the business wants of it, what it may say
/// and what time it is. A section for each matter; what is in it, a page knows.
/// @param now what the business's own clock reads, as an instant
/// @param caller null if the number is withheld
/// @param errand why the business called; null for a call that came in
/// @param pages what the records say besides
public record Prompt(
    Business business,
    ReceptionistConfig receptionist,
    List<Service> services,
    Instant now,
    @Nullable E164 caller,
    @Nullable Errand errand,
    List<PromptPage> pages) {

  /// A prompt whose lists nobody can change.
  public Prompt {
    services = List.copyOf(services);
    pages = List.copyOf(pages);
  }

  /// The prompt of a call that came in.
  public Prompt(
      Business business,
      ReceptionistConfig receptionist,
      List<Service> services,
      Instant now,
      @Nullable E164 caller) {
    this(business, receptionist, services, now, caller, null, List.of());
  }

  /// The prompt in Markdown.
  public String text() {
    var text = new StringBuilder();
    section(text, "Role", role());
    section(text, "How to talk", MannersPage.of(receptionist, errand != null));
    section(text, "This call", errand == null ? "" : errand(errand));
    section(text, "About the business", about());
    section(text, "Instructions", Fence.below(receptionist.instructions()));
    section(text, "After hours", afterHours());
    section(text, "Questions", QuestionsPage.of(receptionist.intake()));
    section(text, "Services", bookable());
    section(text, "People", PeoplePage.of(receptionist.transferTargets(), business, now));
    section(text, "By rule", RulesPage.of(receptionist.escalation()));
    section(text, "Opening hours", HoursPage.week(business, now));
    pages.forEach(page -> section(text, page.heading(), page.body()));
    section(text, "Now", HoursPage.clock(business, now));
    section(text, "Caller", number());
    return text.toString().strip() + "\n";
  }

  private String errand(Errand called) {
    return ErrandPage.of(called, OutboundOpening.of(receptionist, business.name(), called));
  }

  private String role() {
    return "You are "
        + Fence.line(receptionist.name())
        + ", the virtual receptionist of "
        + Fence.line(business.name())
        + (errand == null
            ? ". You are talking with a caller on the telephone."
            : ". You have called somebody for the business.");
  }

  private String about() {
    return business.about() == null ? "" : Fence.quote(business.about());
  }

  private String afterHours() {
    String wanted = receptionist.afterHours();
    return wanted == null || business.isOpenAt(now) ? "" : Fence.below(wanted);
  }

  private String bookable() {
    return services.stream()
        .map(
            service ->
                "- %s: %d minutes%s"
                    .formatted(
                        Fence.line(service.name()),
                        service.durationMinutes(),
                        service.priceText() == null ? "" : ", " + Fence.line(service.priceText())))
        .collect(Collectors.joining("\n"));
  }

  private String number() {
    if (errand != null) {
      return "The number that you have called is " + caller + ". Use it unless they give another.";
    }
    return caller == null
        ? "The caller's number is withheld: ask for one before you take a message."
        : "The caller's number is " + caller + ". Use it unless they give another.";
  }

  private static void section(StringBuilder text, String heading, String body) {
    if (!body.isBlank()) {
      text.append("# ").append(heading).append("\n\n").append(body.strip()).append("\n\n");
    }
  }
}
