package io.frontdesk.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.frontdesk.business.Businesses;
import io.frontdesk.call.Errand;
import io.frontdesk.call.ScriptType;
import io.frontdesk.receptionist.ReceptionistConfig;
import io.frontdesk.receptionist.Receptionists;
import io.frontdesk.tenancy.E164;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import io.frontdesk.web.MergePatch;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What is said, and what the model is told, on calls that the business places.
class OutboundOpeningTest {
  private final RunningService service = RunningService.shared();
  private final Owner owner = Owner.signUp(service, "Rossi Garage Doors");

  @Test
  void theFirstWordsTellWhoCallsAndWhy() {
    String name = speaking("en-US").name();

    assertThat(opening("en-US", ScriptType.FOLLOW_UP, "your door"))
        .isEqualTo(
            "Hello, this is %s, the virtual assistant of Rossi Garage Doors. I am calling to follow up with you. It is about this: your door. Do you have a moment?"
                .formatted(name));
    assertThat(opening("es-MX", ScriptType.APPOINTMENT_REMINDER, null))
        .isEqualTo(
            "Hola, le habla %s, asistente virtual de Rossi Garage Doors. Le llamo por su cita. ¿Tiene un momento?"
                .formatted(name));
    assertThat(opening("de-DE", ScriptType.DEFAULT, "Geht Ihr Tor wieder?"))
        .isEqualTo(
            "Guten Tag, hier ist %s, die virtuelle Assistenz von Rossi Garage Doors. Es geht um Folgendes: Geht Ihr Tor wieder? Haben Sie einen Moment Zeit?"
                .formatted(name));
    assertThat(opening("fr-FR", ScriptType.DEFAULT, "it's {0}"))
        .contains("It is about this: it's {0}.");
  }

  @Test
  void theModelIsToldWhatTheCallIsFor() {
    var business =
        service
            .bean(Tenancy.class)
            .run(owner.tenant(), () -> service.bean(Businesses.class).of(owner.tenant()));
    var errand = new Errand(ScriptType.APPOINTMENT_REMINDER, "your visit tomorrow at ten");

    String text =
        new Prompt(
                business,
                speaking("en-US"),
                List.of(),
                Instant.parse("2026-11-24T17:00:00Z"),
                new E164("+14155550134"),
                errand,
                List.of())
            .text();

    assertThat(text)
        .contains(
            "You have called somebody for the business.",
            "# This call",
            "whatever they say when they pick up, are exactly: \"Hello, this is",
            "Remind them of their appointment",
            "- What it is about: your visit tomorrow at ten",
            "The number that you have called is +14155550134.");
  }

  private String opening(String language, ScriptType type, @Nullable String purpose) {
    return OutboundOpening.of(speaking(language), "Rossi Garage Doors", new Errand(type, purpose));
  }

  /// The default receptionist, in this language.
  private ReceptionistConfig speaking(String language) {
    var usual = service.bean(Receptionists.class).answering(owner.tenant(), null).config();
    var patch = JsonNodeFactory.instance.objectNode().putNull("disclosure");
    patch.putArray("languages").add(language);
    return service.bean(MergePatch.class).apply(usual, ReceptionistConfig.class, patch);
  }
}
