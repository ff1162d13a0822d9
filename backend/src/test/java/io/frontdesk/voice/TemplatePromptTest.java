package io.frontdesk.voice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.business.Industry;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import io.frontdesk.web.WireName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the model of a business that has just signed up is told, whatever its trade. What is told
/// now lies in `target/prompt`: where a change is meant, it is copied from there.
class TemplatePromptTest {
  private static final String SATURDAY_NIGHT = "2026-11-29T03:30:00Z";

  @ParameterizedTest
  @EnumSource(Industry.class)
  void isAllThatItTakesToAnswerTheTelephone(Industry industry) throws IOException {
    String trade = WireName.of(industry);
    Owner owner = Owner.signUp(RunningService.shared(), "Acme", trade);
    String path =
        "/api/v1/receptionists/"
            + owner.api().get("/api/v1/receptionists").body().at("/data/0/id").asText();

    String text =
        owner.api().get(path + "/prompt?at=" + SATURDAY_NIGHT).body().path("text").asText();

    Path told = Files.createDirectories(Path.of("target/prompt")).resolve(trade + ".md");
    Files.writeString(told, text, UTF_8);
    assertThat(text).isEqualTo(expected(trade));
  }

  private static String expected(String trade) throws IOException {
    try (InputStream page =
        TemplatePromptTest.class.getResourceAsStream("/prompt/" + trade + ".md")) {
      return page == null ? "" : new String(page.readAllBytes(), UTF_8);
    }
  }
}
