package io.frontdesk.call.audio;

import io.frontdesk.secrets.SealedLinks;
import io.frontdesk.tenancy.TenantId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/// Addresses at which a sound can be fetched without signing in, by whoever was given one: Twilio,
/// which plays it to a caller, and the player on a page.
@Singleton
public class AudioLinks {
  /// Where they lead, before their last part.
  public static final String PATH = "/api/v1/voice/audio";

  private static final String PURPOSE = "audio";

  private final SealedLinks links;
  private final Clock clock;

  AudioLinks(SealedLinks links, Clock clock) {
    this.links = links;
    this.clock = clock;
  }

  /// What a link stands for.
  public record Linked(TenantId tenant, Sound sound) {}

  /// A path that is good for a while.
  public String path(TenantId tenant, Sound sound, Duration valid) {
    String subject = sound.toString();
    return PATH + "/" + links.seal(PURPOSE, tenant, subject, clock.instant().plus(valid));
  }

  /// What the last part of a path stands for; empty if it is not ours, or too old.
  public Optional<Linked> read(String sealed) {
    return links
        .open(PURPOSE, sealed)
        .flatMap(link -> Sound.of(link.subject()).map(sound -> new Linked(link.tenant(), sound)));
  }
}
