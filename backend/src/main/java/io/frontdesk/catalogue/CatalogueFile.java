package io.frontdesk.catalogue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.annotation.Introspected;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/// The catalogue as it is written down: `models.yml`, or the file that `MODEL_CATALOGUE` names.
///
/// @param currency ISO 4217
/// @param asOf the day on which it was compared with what the providers say
@Introspected
record CatalogueFile(String currency, LocalDate asOf, List<Model> models) {
  private static final String OURS = "/models.yml";

  /// @param named null or blank for ours
  /// @throws ConfigurationException with a sentence for whoever starts the service
  static CatalogueFile read(ObjectMapper json, @Nullable String named) {
    try (InputStream text = open(named)) {
      Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
      CatalogueFile file = json.convertValue(tree, CatalogueFile.class);
      file.check();
      return file;
    } catch (IOException | YAMLException | IllegalArgumentException e) {
      throw new ConfigurationException(
          "MODEL_CATALOGUE is %s, which cannot be used: %s".formatted(named, e.getMessage()), e);
    }
  }

  private static InputStream open(@Nullable String named) throws IOException {
    return named == null || named.isBlank()
        ? Objects.requireNonNull(CatalogueFile.class.getResourceAsStream(OURS))
        : Files.newInputStream(Path.of(named.strip()));
  }

  private void check() {
    Map<String, Model> byName = new HashMap<>();
    for (Model model : models) {
      require(byName.put(model.name(), model) == null, model, "is there twice");
      boolean mute = model.voices().isEmpty() && model.kind() == Model.Kind.SPEECH_TO_SPEECH;
      require(!mute, model, "has no voice");
    }
    for (Model model : models) {
      checkEnd(model, byName);
    }
  }

  /// Whoever ends has a successor of its kind, and one after the other somebody stays.
  private static void checkEnd(Model model, Map<String, Model> byName) {
    var seen = new HashSet<String>();
    Model at = model;
    while (at.endsOn() != null) {
      require(seen.add(at.name()), model, "has no successor that stays");
      Model next = at.successor() == null ? null : byName.get(at.successor());
      require(next != null && next.kind() == at.kind(), at, "ends without a successor of its kind");
      at = Objects.requireNonNull(next);
    }
  }

  private static void require(boolean holds, Model model, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(model.name() + " " + otherwise);
    }
  }
}
