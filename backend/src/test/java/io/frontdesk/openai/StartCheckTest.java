package io.frontdesk.openai;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.exceptions.ConfigurationException;
import java.net.URI;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which addresses stop the start, and which do not.
class StartCheckTest {
  @Test
  void nothingNeedBeNamed() {
    assertThatCode(start(null, null)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wss://models.example.com/v1/realtime",
        "ws://localhost:9011/v1/realtime",
        "ws://127.0.0.1:9011/v1/realtime",
        "ws://[::1]:9011/v1/realtime"
      })
  void speechIsEncryptedOrStaysHere(String realtime) {
    assertThatCode(start(null, realtime)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ws://models.example.com/v1/realtime",
        "ws://10.0.0.7:9011/v1/realtime",
        "ws://localhost.example.com/v1/realtime",
        "https://models.example.com/v1/realtime",
        "wss:/v1/realtime",
        "wss://models.example.com/v1/realtime?model=m"
      })
  void anythingElseIsNamedAndRefused(String realtime) {
    assertThatThrownBy(start(null, realtime))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("OPENAI_REALTIME_URL is " + realtime)
        .hasMessageContaining("it must be like wss://");
  }

  @Test
  void transcriptsAreKeptAsSecretAsSpeech() {
    assertThatThrownBy(start("http://models.example.com/v1", null))
        .hasMessageContaining("OPENAI_API_URL is http://models.example.com/v1");
    assertThatCode(start("http://127.0.0.1:9011/v1", null)).doesNotThrowAnyException();
  }

  private static ThrowingCallable start(@Nullable String api, @Nullable String realtime) {
    return () ->
        new StartCheck(
            new OpenAiConfiguration(
                api == null ? null : URI.create(api),
                null,
                realtime == null ? null : URI.create(realtime),
                "a model",
                "another",
                "a third"));
  }
}
