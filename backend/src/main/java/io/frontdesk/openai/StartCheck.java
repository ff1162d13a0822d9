package io.frontdesk.openai;

import io.frontdesk.web.address.Loopback;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.exceptions.ConfigurationException;
import java.net.URI;

/// What is said on calls goes over encrypted connections, or stays on this machine; settings that
/// would have it otherwise stop the start.
@Context
class StartCheck {
  /// @throws ConfigurationException with a sentence for whoever starts the service
  StartCheck(OpenAiConfiguration openAi) {
    check("OPENAI_API_URL", openAi.api(), "https", "http");
    check("OPENAI_REALTIME_URL", openAi.realtime(), "wss", "ws");
  }

  private static void check(String variable, URI url, String secure, String plain) {
    boolean good =
        url.getHost() != null
            && url.getRawQuery() == null
            && (secure.equals(url.getScheme())
                || (plain.equals(url.getScheme()) && Loopback.isNamed(url.getHost())));
    if (!good) {
      throw new ConfigurationException(
          "%s is %s: it must be like %s://api.example.com/v1 (plain %s only on this machine)."
              .formatted(variable, url, secure, plain));
    }
  }
}
