package io.frontdesk.receptionist;

import io.frontdesk.access.Allowance.Money;
import io.frontdesk.catalogue.Catalogue;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.Problem.FieldProblem;
import io.frontdesk.web.RequestException;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether a draft can take calls. A draft may be unfinished; what callers hear may not. To be
/// asked in the tenant's transaction.
@Singleton
class PublishCheck {
  private static final int LEAST_CHOICES = 2;

  private final OwnNumbers ownNumbers;
  private final Catalogue catalogue;

  PublishCheck(OwnNumbers ownNumbers, Catalogue catalogue) {
    this.ownNumbers = ownNumbers;
    this.catalogue = catalogue;
  }

  /// What keeps it from being published, field by field; nothing if it can be.
  List<FieldProblem> problems(TenantId tenant, ReceptionistConfig draft) {
    var problems = new ArrayList<>(draft.problems());
    problems.addAll(ownNumbers.problems(tenant, draft.transferTargets()));
    problems.addAll(unfilled(draft));
    problems.addAll(choices(draft.intake()));
    problems.addAll(draft.escalation().problems(draft.transferTargets()));
    problems.addAll(MenuEntry.problems(draft.menu(), draft.transferTargets()));
    Money spend = draft.limits().spend();
    if (spend != null && !spend.currency().equals(catalogue.currency())) {
      problems.add(
          new FieldProblem(
              "/limits/spend/currency",
              "must be %s, in which models are paid".formatted(catalogue.currency())));
    }
    return problems;
  }

  /// @throws RequestException.Rejected if something keeps it from being published
  void require(TenantId tenant, ReceptionistConfig draft) {
    var problems = problems(tenant, draft);
    if (!problems.isEmpty()) {
      throw new RequestException.Rejected(problems);
    }
  }

  /// A text of a template that was copied and does not name the business.
  private static List<FieldProblem> unfilled(ReceptionistConfig draft) {
    var problems = new ArrayList<FieldProblem>();
    draft.texts().forEach((pointer, text) -> unfilled(problems, pointer, text));
    return problems;
  }

  private static void unfilled(List<FieldProblem> problems, String pointer, @Nullable String text) {
    if (text != null && text.contains(ReceptionistConfig.BUSINESS)) {
      problems.add(
          new FieldProblem(
              pointer,
              "says %s where the business's name belongs".formatted(ReceptionistConfig.BUSINESS)));
    }
  }

  private static List<FieldProblem> choices(List<IntakeQuestion> intake) {
    var problems = new ArrayList<FieldProblem>();
    for (int i = 0; i < intake.size(); i++) {
      IntakeQuestion question = intake.get(i);
      boolean few = question.choices().stream().distinct().count() < LEAST_CHOICES;
      if (question.type() == IntakeQuestion.Type.CHOICE && few) {
        problems.add(
            new FieldProblem(
                "/intake/%d/choices".formatted(i),
                "must name at least two answers to choose from"));
      }
    }
    return problems;
  }
}
