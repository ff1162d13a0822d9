import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/// Finishes the OpenAPI document that the compiler wrote: takes out what is bound from the access
/// token, says null the way JSON Schema does, gives operations and schemas lasting names, and adds
/// the problem that every operation may answer. Done twice it changes nothing more.
/// Started by Maven as a single source file: `java -cp snakeyaml.jar ApiDocument.java FILE`.
final class ApiDocument {
  private static final String SCHEMAS = "#/components/schemas/";
  private static final String MERGE_PATCH = "application/merge-patch+json";

  /// Served to those who have no token yet.
  private static final Pattern WITHOUT_TOKEN =
      Pattern.compile(
          "/api/v1/(oauth/token|auth/(signup|login|refresh|password-reset(/confirm)?|verify-email|invitations/accept))");

  private static final String PROBLEM =
      """
      type: object
      description: What went wrong, and what to do (RFC 9457).
      properties:
        type: {type: string, description: 'a stable name for programs: `/problems/<name>`'}
        title: {type: string}
        status: {type: integer, format: int32}
        detail: {type: string}
        instance: {type: string, description: the path that was asked for}
        errors:
          type: array
          description: what is wrong in the input, field by field; left out when there is nothing to point at
          items:
            type: object
            properties:
              pointer: {type: string, description: 'a JSON pointer into the body, or `/<name>` of a parameter'}
              detail: {type: string}
            required: [pointer, detail]
      required: [type, title, status, detail, instance]
      """;

  private static final String PROBLEM_RESPONSE =
      """
      description: A problem.
      content:
        application/problem+json:
          schema: {$ref: '#/components/schemas/Problem'}
      """;

  private final Yaml yaml;
  private final Map<String, Object> document;
  private final Map<String, Object> schemas;

  private ApiDocument(Yaml yaml, Map<String, Object> document) {
    this.yaml = yaml;
    this.document = document;
    this.schemas = object(object(document, "components"), "schemas");
  }

  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[0]);
    var options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setWidth(100);
    options.setDereferenceAliases(true);
    var yaml = new Yaml(options);
    var document = new ApiDocument(yaml, yaml.load(Files.readString(file)));
    document.finish();
    Files.writeString(file, yaml.dump(document.document));
  }

  private void finish() {
    clean(document);
    object(document, "paths")
        .forEach(
            (path, methods) ->
                asObject(methods)
                    .forEach((method, operation) -> operation(path, method, asObject(operation))));
    schemas.put("Problem", yaml.load(PROBLEM));
    object(object(document, "components"), "responses").put("Problem", yaml.load(PROBLEM_RESPONSE));
    prune();
    rename();
  }

  private void operation(String path, String method, Map<String, Object> operation) {
    operation.put("operationId", operationId(path, method));
    if (operation.get("summary") instanceof String summary
        && summary.equals(operation.get("description"))) {
      operation.remove("description");
    }
    parameters(operation);
    body(operation);
    var responses = object(operation, "responses");
    responses.forEach((status, response) -> response(status, asObject(response)));
    responses.put("default", ref("#/components/responses/Problem"));
    if (WITHOUT_TOKEN.matcher(path).matches()) {
      operation.put("security", new ArrayList<>());
    }
  }

  /// `GET /api/v1/calls/{id}/transcript` is `getCallsByIdTranscript`: it lasts as long as the path.
  private static String operationId(String path, String method) {
    var id = new StringBuilder(method);
    for (String word :
        path.replaceFirst("^/api(/v1)?", "").replace("{", "by-").split("[^A-Za-z0-9]+")) {
      if (!word.isEmpty()) {
        id.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
      }
    }
    return id.toString();
  }

  /// Who asks comes with the access token, though the compiler takes it for a parameter; and a
  /// parameter that may be left out is not null.
  private void parameters(Map<String, Object> operation) {
    if (!(operation.get("parameters") instanceof List<?> listed)) {
      return;
    }
    var parameters = new ArrayList<Object>();
    for (Object each : listed) {
      var parameter = asObject(each);
      if (!isFromToken(parameter)) {
        parameter.remove("explode");
        parameter.computeIfPresent("schema", (_, schema) -> notNull(asObject(schema)));
        parameters.add(parameter);
      }
    }
    if (parameters.isEmpty()) {
      operation.remove("parameters");
    } else {
      operation.put("parameters", parameters);
    }
  }

  private boolean isFromToken(Map<String, Object> parameter) {
    var schema = object(parameter, "schema");
    return "tenant".equals(parameter.get("name"))
        || (schema.get("$ref") instanceof String reference
            && "object".equals(object(schemas, reference.substring(SCHEMAS.length())).get("type")));
  }

  private static Map<String, Object> notNull(Map<String, Object> schema) {
    if (schema.get("anyOf") instanceof List<?> either && either.size() == 2) {
      return asObject(either.getFirst());
    }
    if (schema.get("type") instanceof List<?> types && types.contains("null")) {
      schema.put("type", types.getFirst());
    }
    return schema;
  }

  private void body(Map<String, Object> operation) {
    if (!(operation.get("requestBody") instanceof Map<?, ?> body)) {
      return;
    }
    var content = object(asObject(body), "content");
    for (Object each : content.values()) {
      var media = asObject(each);
      var schema = asObject(media.get("schema"));
      if (schema.get("allOf") instanceof List<?> all && isBound(all.getLast())) {
        media.put("schema", all.getFirst());
      } else if (isBound(schema)) {
        operation.remove("requestBody");
        return;
      }
    }
    if (content.containsKey(MERGE_PATCH)) {
      content
          .values()
          .forEach(
              media -> asObject(media).computeIfPresent("schema", (_, s) -> change(asObject(s))));
    }
  }

  /// Bodies are named schemas; what stands there itself are parameters that the compiler took for
  /// parts of the body.
  private static boolean isBound(Object schema) {
    return asObject(schema).get("properties") instanceof Map<?, ?>;
  }

  /// A merge patch needs none of the fields.
  private Map<String, Object> change(Map<String, Object> whole) {
    String name = String.valueOf(whole.get("$ref")).substring(SCHEMAS.length());
    if (name.endsWith("Patch")) {
      return whole;
    }
    var patch = new LinkedHashMap<>(object(schemas, name));
    patch.remove("required");
    schemas.put(name + "Patch", patch);
    return ref(SCHEMAS + name + "Patch");
  }

  private static void response(String status, Map<String, Object> response) {
    if (response.get("description") instanceof String generated
        && generated.endsWith(" %s response".formatted(status))) {
      response.put("description", status.equals("204") ? "Done." : "As asked.");
    }
    if (status.equals("204")) {
      response.remove("content");
    }
  }

  private void clean(Object node) {
    switch (node) {
      case Map<?, ?> map -> {
        var object = asObject(map);
        type(object);
        object.replaceAll((_, value) -> value instanceof String text ? unescaped(text) : value);
        object.forEach(
            (key, value) -> {
              if (!key.equals("anyOf")) {
                clean(value);
              }
            });
      }
      case List<?> list -> list.forEach(this::clean);
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
      var reference = asObject(all.getFirst());
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
  private void rename() {
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
    object(document, "components").put("schemas", new TreeMap<>(schemas));
    refer(document, names);
  }

  private static void refer(Object node, Map<String, String> names) {
    switch (node) {
      case Map<?, ?> map ->
          asObject(map)
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
    if (!reference.startsWith(SCHEMAS)) {
      return reference;
    }
    String name = reference.substring(SCHEMAS.length());
    return SCHEMAS + names.getOrDefault(name, name);
  }

  /// Drops the schemas that nothing refers to.
  private void prune() {
    Set<String> used = new HashSet<>();
    collect(document.get("paths"), used);
    collect(object(document, "components").get("responses"), used);
    schemas.keySet().retainAll(used);
  }

  private void collect(Object node, Set<String> used) {
    switch (node) {
      case Map<?, ?> map -> {
        if (map.get("$ref") instanceof String reference && reference.startsWith(SCHEMAS)) {
          String name = reference.substring(SCHEMAS.length());
          if (used.add(name)) {
            collect(schemas.get(name), used);
          }
        }
        map.values().forEach(value -> collect(value, used));
      }
      case List<?> list -> list.forEach(each -> collect(each, used));
      case null, default -> {}
    }
  }

  private static Map<String, Object> ref(String to) {
    return new LinkedHashMap<>(Map.of("$ref", to));
  }

  /// The object below `key`, made if there is none.
  private static Map<String, Object> object(Map<String, Object> parent, String key) {
    return asObject(parent.computeIfAbsent(key, _ -> new LinkedHashMap<String, Object>()));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> asObject(Object node) {
    return (Map<String, Object>) node;
  }
}
