import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Mends the schemas that the compiler wrote, and names them so that the names last.
final class ApiSchemas {
  private ApiSchemas() {}

  /// Mends every schema below `node`.
  static void clean(Object node) {
    switch (node) {
      case Map<?, ?> map -> {
        var object = ApiDocument.asObject(map);
        type(object);
        object.replaceAll((_, value) -> value instanceof String text ? unescaped(text) : value);
        object.forEach(
            (key, value) -> {
              if (!key.equals("anyOf")) {
                clean(value);
              }
            });
      }
      case List<?> list -> list.forEach(ApiSchemas::clean);
      case null, default -> {}
    }
  }

  /// The compiler writes a nullable string as string, null *or object*, a nullable reference as
  /// null *and* the reference, a nullable anything as nothing but null; it leaves the types of
  /// enums and objects out and does not say that a pattern matches the whole text.
  private static void type(Map<String, Object> schema) {
    if (schema.get("type") instanceof List<?> types
        && types.contains("object")
        && types.size() > 2) {
      schema.put("type", types.stream().filter(type -> !type.equals("object")).toList());
    }
    if ("null".equals(schema.get("type")) && schema.get("allOf") instanceof List<?> all) {
      var reference = ApiDocument.asObject(all.getFirst());
      if (reference.remove("description") instanceof String description) {
        schema.putIfAbsent("description", description);
      }
      schema.remove("type");
      schema.remove("allOf");
      schema.put("anyOf", List.of(reference, new LinkedHashMap<>(Map.of("type", "null"))));
    }
    if ("null".equals(schema.get("type")) && !schema.containsKey("enum")) {
      schema.remove("type");
    }
    if (schema.get("pattern") instanceof String pattern && !pattern.startsWith("^")) {
      schema.put("pattern", "^(" + pattern + ")$");
    }
    schema.remove("x-pattern-message");
    if (schema.get("enum") instanceof List<?> && !schema.containsKey("type")) {
      schema.put("type", "string");
    }
    if (schema.get("properties") instanceof Map<?, ?> && !schema.containsKey("type")) {
      schema.put("type", "object");
    }
  }

  private static String unescaped(String text) {
    return text.replace("\\`", "`").replaceAll("\\\\\\[([^\\]]+?)\\\\\\]", "`$1`");
  }

  /// `Page_Call_` is `CallPage`, `AuthController.Tokens.Tenant` is `AuthTokensTenant`, and
  /// `LeadController.Shown`, which is how a lead is shown, is `Lead`.
  static void rename(Map<String, Object> document, Map<String, Object> schemas) {
    Map<String, String> names = new TreeMap<>();
    for (String name : new TreeSet<>(schemas.keySet())) {
      var page = Pattern.compile("Page_(.+)_").matcher(name);
      String plain = page.matches() ? page.group(1) + "Page" : name;
      String lasting =
          plain
              .replaceFirst("(\\w+)Controller\\.(Shown|\\1)(?=Page|Patch|$)", "$1")
              .replace("Controller.", "")
              .replace(".", "");
      boolean taken = schemas.containsKey(lasting) || names.containsValue(lasting);
      if (!lasting.equals(name)) {
        names.put(name, taken ? plain.replace(".", "") : lasting);
      }
    }
    names.forEach((name, lasting) -> schemas.put(lasting, schemas.remove(name)));
    ApiDocument.object(document, "components").put("schemas", new TreeMap<>(schemas));
    refer(document, names);
  }

  private static void refer(Object node, Map<String, String> names) {
    switch (node) {
      case Map<?, ?> map ->
          ApiDocument.asObject(map)
              .replaceAll(
                  (key, value) -> {
                    refer(value, names);
                    return key.equals("$ref") && value instanceof String reference
                        ? renamed(reference, names)
                        : value;
                  });
      case List<?> list -> list.forEach(each -> refer(each, names));
      case null, default -> {}
    }
  }

  private static String renamed(String reference, Map<String, String> names) {
    if (!reference.startsWith(ApiDocument.SCHEMAS)) {
      return reference;
    }
    String name = reference.substring(ApiDocument.SCHEMAS.length());
    return ApiDocument.SCHEMAS + names.getOrDefault(name, name);
  }

  /// Drops the schemas that nothing refers to.
  static void prune(Map<String, Object> document, Map<String, Object> schemas) {
    Set<String> used = new HashSet<>();
    collect(document.get("paths"), schemas, used);
    collect(ApiDocument.object(document, "components").get("responses"), schemas, used);
    schemas.keySet().retainAll(used);
  }

  private static void collect(Object node, Map<String, Object> schemas, Set<String> used) {
    switch (node) {
      case Map<?, ?> map -> {
        if (map.get("$ref") instanceof String reference
            && reference.startsWith(ApiDocument.SCHEMAS)) {
          String name = reference.substring(ApiDocument.SCHEMAS.length());
          if (used.add(name)) {
            collect(schemas.get(name), schemas, used);
          }
        }
        map.values().forEach(value -> collect(value, schemas, used));
      }
      case List<?> list -> list.forEach(each -> collect(each, schemas, used));
      case null, default -> {}
    }
  }
}
