package io.frontdesk.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How a mail server is named.
class SmtpUrlTest {
  @Test
  void aUrlNamesEverythingOrLeavesItToTheUsual() {
    assertThat(SmtpUrl.parse("smtp://ana:geheim@mail.example.com:2525"))
        .isEqualTo(new SmtpUrl(false, "mail.example.com", 2525, "ana", "geheim"));
    assertThat(SmtpUrl.parse("smtps://mail.example.com"))
        .isEqualTo(new SmtpUrl(true, "mail.example.com", 465, null, null));
    assertThat(SmtpUrl.parse("smtp://mail.example.com/").port()).isEqualTo(587);
  }

  @Test
  void oddSignsArePercentEncoded() {
    var url = SmtpUrl.parse("smtps://ana%40example.com:a%3Ab%2Fc+d@mail.example.com");

    assertThat(url.user()).isEqualTo("ana@example.com");
    assertThat(url.password()).isEqualTo("a:b/c+d");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mail.example.com",
        "http://mail.example.com",
        "smtp://:secret@mail.example.com",
        "smtp://ana@mail.example.com",
        "smtp://ana:secret@mail.example.com/path",
        "smtp://ana:secret@mail.example.com?tls=no",
        "smtp://ana:se cret@mail.example.com",
        "smtp:///"
      })
  void whatIsNoMailServerStopsTheStartWithoutTellingThePassword(String text) {
    assertThatThrownBy(() -> SmtpUrl.parse(text))
        .hasMessageContaining("SMTP_URL must be like")
        .hasMessageNotContaining("secret")
        .hasMessageNotContaining("se cret");
  }

  @Test
  void thePasswordIsNotPrinted() {
    assertThat(SmtpUrl.parse("smtp://ana:geheim@mail.example.com").toString())
        .doesNotContain("geheim");
  }
}
