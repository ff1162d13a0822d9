package io.frontdesk.database;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/// The passwords of an embedded database's three logins.
///
/// @param superuser of `postgres`, who makes the other two
/// @param owner of `frontdesk_owner`, who migrates
/// @param app of `frontdesk_app`, who serves
record Passwords(String superuser, String owner, String app) {
  private static final SecureRandom RANDOM = new SecureRandom();

  static Passwords random() {
    return new Passwords(one(), one(), one());
  }

  static Passwords readFrom(Path file) throws IOException {
    var lines = new Properties();
    lines.load(new StringReader(Files.readString(file)));
    return new Passwords(
        required(lines, "superuser", file),
        required(lines, "owner", file),
        required(lines, "app", file));
  }

  void writeTo(Path file) throws IOException {
    PrivateFiles.write(file, "superuser=%s\nowner=%s\napp=%s\n".formatted(superuser, owner, app));
  }

  @Override
  public String toString() {
    return "Passwords[…]";
  }

  private static String required(Properties lines, String name, Path file) throws IOException {
    var password = lines.getProperty(name);
    if (password == null) {
      throw new IOException("no password of %s in %s".formatted(name, file));
    }
    return password;
  }

  private static String one() {
    var bytes = new byte[24];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
