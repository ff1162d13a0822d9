package io.frontdesk.knowledge;

import com.github.f4b6a3.uuid.UuidCreator;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;

/// Collects what callers asked in vain.
@Singleton
public class QuestionBox {
  private final UnansweredQuestions questions;
  private final Tenancy tenancy;
  private final Clock clock;

  QuestionBox(UnansweredQuestions questions, Tenancy tenancy, Clock clock) {
    this.questions = questions;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  /// Puts in a question that was asked on a call; one that has no words is none.
  public void put(TenantId tenant, UUID receptionist, UUID callId, String question) {
    String asked =
        question.substring(0, Math.min(question.length(), UnansweredQuestion.LONGEST)).strip();
    String wording = UnansweredQuestion.wording(asked);
    if (wording.isEmpty()) {
      return;
    }
    tenancy.run(
        tenant,
        () ->
            questions.note(
                tenant.value(),
                UuidCreator.getTimeOrderedEpoch(),
                receptionist,
                asked,
                wording,
                callId,
                clock.instant()));
  }
}
