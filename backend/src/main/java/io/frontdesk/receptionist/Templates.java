package io.frontdesk.receptionist;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.business.Industry;
import io.frontdesk.web.WireName;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// The industries' templates, one resource file each: `templates/<industry>.yml`.
@Singleton
class Templates {
  private final Map<Industry, Template> byIndustry = new EnumMap<>(Industry.class);

  Templates(ObjectMapper json) {
    for (Industry industry : Industry.values()) {
      byIndustry.put(industry, read(json, industry));
    }
  }

  Template of(Industry industry) {
    return Objects.requireNonNull(byIndustry.get(industry));
  }

  List<Template> all() {
    return Arrays.stream(Industry.values()).map(this::of).toList();
  }

  private static Template read(ObjectMapper json, Industry industry) {
    String file = "/templates/%s.yml".formatted(WireName.of(industry));
    try (InputStream yaml = Templates.class.getResourceAsStream(file)) {
      Object tree =
          new Yaml(new SafeConstructor(new LoaderOptions())).load(Objects.requireNonNull(yaml));
      return json.convertValue(tree, Template.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
