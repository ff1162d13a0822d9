package io.frontdesk.call.audio;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// A sound of a tenant's that can be asked for.
public sealed interface Sound {
  /// What was spoken for a caller, and all that is needed to speak it again: who is asked for it
  /// may be another node than the one that has it.
  ///
  /// @param digest see [SpokenAudio#digest]
  /// @param receptionist in whose voice
  /// @param version of the receptionist
  /// @param language that the receptionist speaks then
  record Speech(String digest, UUID receptionist, int version, String language, String words)
      implements Sound {
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    public Speech {
      if (!DIGEST.matcher(digest).matches()) {
        throw new IllegalArgumentException("no digest: " + digest);
      }
    }

    @Override
    public String toString() {
      return "speech %s %s %d %s %s".formatted(digest, receptionist, version, language, words);
    }
  }

  /// What was recorded of a call.
  record Recording(UUID id) implements Sound {
    @Override
    public String toString() {
      return "recording " + id;
    }
  }

  /// The sound that was written so; empty if none is.
  static Optional<Sound> of(String text) {
    String[] words = text.split(" ", 6);
    try {
      return switch (words[0]) {
        case "speech" ->
            Optional.of(
                new Speech(
                    words[1],
                    UUID.fromString(words[2]),
                    Integer.parseInt(words[3]),
                    words[4],
                    words[5]));
        case "recording" -> Optional.of(new Recording(UUID.fromString(words[1])));
        default -> Optional.empty();
      };
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }
}
