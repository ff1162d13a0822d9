package io.frontdesk.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.apache.hc.core5.ssl.SSLContexts;

/// A certificate that a host made for itself.
///
/// @param server shows it
/// @param trust believes it
/// @param file a key store that holds it, and a trust store that believes it
public record Certificate(SSLContext server, SSLContext trust, Path file) {
  public static final String FILE_PASSWORD = "password";
  private static final char[] PASSWORD = FILE_PASSWORD.toCharArray();

  public static Certificate of(String host, Path folder) throws Exception {
    Path file = folder.resolve(host + ".p12");
    var keytool =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair",
                    "-alias",
                    "site",
                    "-keyalg",
                    "EC",
                    "-dname",
                    "CN=" + host,
                    "-ext",
                    "SAN=dns:" + host,
                    "-storetype",
                    "PKCS12",
                    "-validity",
                    "2",
                    "-keystore",
                    file.toString(),
                    "-storepass",
                    new String(PASSWORD)))
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes(), UTF_8);
    if (keytool.waitFor() != 0) {
      throw new IOException(said);
    }
    return read(file);
  }

  private static Certificate read(Path file) throws GeneralSecurityException, IOException {
    var store = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(file)) {
      store.load(in, PASSWORD);
    }
    return new Certificate(
        SSLContexts.custom().loadKeyMaterial(store, PASSWORD).build(),
        SSLContexts.custom().loadTrustMaterial(store, null).build(),
        file);
  }
}
