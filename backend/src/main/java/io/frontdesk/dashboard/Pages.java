package io.frontdesk.dashboard;

import io.micronaut.context.annotation.Value;
import io.micronaut.core.io.ResourceResolver;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The files that `frontend/` was built into. Each is read once; compressed twins (`x.js.br`,
/// `x.js.gz`) were made at build time.
@Singleton
class Pages {
  private static final String NONCE = "__CSP_NONCE__";
  private static final Map<String, String> TWINS = Map.of("br", ".br", "gzip", ".gz");

  private final ResourceResolver resources;
  private final String folder;
  private final Optional<String> index;
  private final Map<String, Asset> read = new ConcurrentHashMap<>();

  /// @param folder where the files are, for example `classpath:public`; need not exist
  Pages(ResourceResolver resources, @Value("${frontdesk.pages:`classpath:public`}") String folder) {
    this.resources = resources;
    this.folder = folder;
    this.index = bytes("index.html").map(html -> new String(html, StandardCharsets.UTF_8));
  }

  /// The one page that all addresses share, whose styles and scripts carry `nonce`; empty if the
  /// pages were not built.
  Optional<String> index(String nonce) {
    return index.map(html -> html.replace(NONCE, nonce));
  }

  /// @param name without `..`: whatever was asked for must have been checked
  /// @param encodings what the browser takes, best first
  Optional<Asset> asset(String name, List<String> encodings) {
    for (String encoding : encodings) {
      String twin = TWINS.get(encoding);
      if (twin != null) {
        var found = read(name, name + twin, encoding);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return read(name, name, "identity");
  }

  private Optional<Asset> read(String name, String file, String encoding) {
    Asset known = read.get(file);
    if (known != null) {
      return Optional.of(known);
    }
    var found = bytes(file).map(bytes -> new Asset(name, bytes, encoding));
    found.ifPresent(asset -> read.put(file, asset));
    return found;
  }

  private Optional<byte[]> bytes(String file) {
    try (InputStream in =
        resources
            .getResourceAsStream(folder + "/" + file)
            .orElseGet(InputStream::nullInputStream)) {
      byte[] bytes = in.readAllBytes();
      return bytes.length == 0 ? Optional.empty() : Optional.of(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
