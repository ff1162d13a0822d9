package io.frontdesk.secrets;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.micronaut.context.exceptions.ConfigurationException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// `keys`: looks at the installation's keyset and changes it, without a database. A keyset in a
/// file is changed in place; one in `SECRETS_KEYSET` is printed, to be put where it came from.
public final class KeysCommand {
  private static final String USAGE =
      """
      keys list            the ids of the keys
      keys rotate          a new key encrypts from now on: for a single node
      keys add             a new key that encrypts nothing yet: the first step for several nodes
      keys promote <id>    that key encrypts from now on: the second, once all nodes have it
      keys retire <id>     that key is gone: once nothing is encrypted with it any more\
      """;

  private final Map<String, String> environment;
  private final Path data;
  private final PrintStream out;

  /// @param environment `SECRETS_KEYSET`, `SECRETS_KEYSET_FILE`
  /// @param data where a keyset is that neither of them names
  public KeysCommand(Map<String, String> environment, Path data, PrintStream out) {
    this.environment = environment;
    this.data = data;
    this.out = out;
  }

  /// @param words what follows `keys`
  /// @throws ConfigurationException with a sentence for whoever typed it
  public void run(List<String> words) {
    String json = environment.getOrDefault("SECRETS_KEYSET", "");
    String named = environment.getOrDefault("SECRETS_KEYSET_FILE", "");
    try {
      if (!json.isBlank()) {
        KeysetHandle before = KeysetJson.read("SECRETS_KEYSET", json);
        KeysetHandle after = changed(before, words);
        out.println(after == before ? KeysetJson.describe(before) : KeysetJson.write(after));
        return;
      }
      var file = new KeysetFile(named.isBlank() ? data.resolve(KeysetFile.USUAL) : Path.of(named));
      KeysetHandle before = file.read();
      KeysetHandle after = changed(before, words);
      if (after != before) {
        file.write(after);
      }
      out.println(KeysetJson.describe(after));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the keyset", e);
    } catch (GeneralSecurityException e) {
      throw new ConfigurationException("That cannot be done with this keyset: " + e.getMessage());
    }
  }

  private static KeysetHandle changed(KeysetHandle keys, List<String> words)
      throws GeneralSecurityException {
    String verb = words.isEmpty() ? "" : words.getFirst();
    return switch (words.size() + " " + verb) {
      case "1 list" -> keys;
      case "1 add" -> with(keys, false);
      case "1 rotate" -> with(keys, true);
      case "2 promote" -> {
        var builder = KeysetHandle.newBuilder(keys);
        builder.getAt(index(keys, words.get(1))).makePrimary();
        yield builder.build();
      }
      case "2 retire" -> {
        int index = index(keys, words.get(1));
        if (keys.getAt(index).isPrimary()) {
          throw new ConfigurationException(
              "Key %s encrypts: promote another one first.".formatted(words.get(1)));
        }
        yield KeysetHandle.newBuilder(keys).deleteAt(index).build();
      }
      default -> throw new ConfigurationException("It is used so:\n" + USAGE);
    };
  }

  private static KeysetHandle with(KeysetHandle keys, boolean primary)
      throws GeneralSecurityException {
    var fresh =
        KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
            .withRandomId();
    return KeysetHandle.newBuilder(keys).addEntry(primary ? fresh.makePrimary() : fresh).build();
  }

  private static int index(KeysetHandle keys, String id) {
    return IntStream.range(0, keys.size())
        .filter(i -> Integer.toUnsignedString(keys.getAt(i).getId()).equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new ConfigurationException(
                    "There is no key %s: there are %s.".formatted(id, KeysetJson.describe(keys))));
  }
}
