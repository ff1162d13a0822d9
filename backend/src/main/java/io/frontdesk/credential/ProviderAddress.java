package io.frontdesk.credential;

import io.frontdesk.web.address.Loopback;
import io.micronaut.context.exceptions.ConfigurationException;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// Where a company's API is: its own address, or the one that the environment names. Keys go there,
/// so it is HTTPS, or on this machine.
public final class ProviderAddress {
  private ProviderAddress() {}

  /// Where ElevenLabs is.
  ///
  /// @param named by ELEVENLABS_API_URL; null or blank if it is unset
  public static URI elevenLabs(@Nullable String named) {
    return of("ELEVENLABS_API_URL", named, "https://api.elevenlabs.io");
  }

  /// Where Anthropic is.
  ///
  /// @param named by ANTHROPIC_API_URL; null or blank if it is unset
  public static URI anthropic(@Nullable String named) {
    return of("ANTHROPIC_API_URL", named, "https://api.anthropic.com");
  }

  /// @param named what `variable` says; null or blank if it is unset
  /// @throws ConfigurationException with a sentence for whoever set it
  private static URI of(String variable, @Nullable String named, String official) {
    if (named == null || named.isBlank()) {
      return URI.create(official);
    }
    try {
      URI url = URI.create(named.strip().replaceAll("/+$", ""));
      boolean secure = "https".equals(url.getScheme());
      boolean near = "http".equals(url.getScheme()) && Loopback.isNamed(url.getHost());
      if (url.getHost() != null && url.getRawQuery() == null && (secure || near)) {
        return url;
      }
    } catch (IllegalArgumentException e) {
      // said below
    }
    throw new ConfigurationException(
        "%s is %s: it must be like https://api.example.com (plain http only on this machine)."
            .formatted(variable, named));
  }
}
