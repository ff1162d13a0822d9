import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/// Finishes the OpenAPI document that the compiler wrote: takes out what is bound from the access
/// token, says null the way JSON Schema does, gives operations and schemas lasting names, and adds
/// the problem that every operation may answer. Done twice it changes nothing more.
/// Started by Maven as a source file: `java -cp snakeyaml.jar ApiDocument.java FILE ADDITIONS`.
final class ApiDocument {
  static final String SCHEMAS = "#/components/schemas/";
  private static final String MERGE_PATCH = "application/merge-patch+json";

  /// Served to those who have no token yet.
  private static final Pattern WITHOUT_TOKEN =
      Pattern.compile(
          "/api/v1/(oauth/token|auth/(signup|login|refresh|password-reset(/confirm)?|verify-email|invitations/(preview|accept)))");

  private final Map<String, Object> document;
  private final Map<String, Object> schemas;
  private final Map<String, Object> additions;

  private ApiDocument(Map<String, Object> document, Map<String, Object> additions) {
    this.document = document;
    this.schemas = object(object(document, "components"), "schemas");
    this.additions = additions;
  }

  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[0]);
    var options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setWidth(100);
    options.setDereferenceAliases(true);
    var yaml = new Yaml(options);
    Map<String, Object> document = yaml.load(Files.readString(file));
    new ApiDocument(document, yaml.load(Files.readString(Path.of(args[1])))).finish();
    Files.writeString(file, yaml.dump(document));
  }

  private void finish() {
    ApiSchemas.clean(document);
    object(document, "paths")
        .forEach(
            (path, methods) ->
                asObject(methods)
                    .forEach((method, operation) -> operation(path, method, asObject(operation))));
    var components = object(document, "components");
    schemas.putAll(object(additions, "schemas"));
    object(components, "responses").putAll(object(additions, "responses"));
    object(components, "parameters").putAll(object(additions, "parameters"));
    ApiSchemas.prune(document, schemas);
    ApiSchemas.rename(document, schemas);
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
    } else if (method.equals("post")) {
      addIdempotencyKey(operation);
    }
  }

  private static void addIdempotencyKey(Map<String, Object> operation) {
    var parameters = new ArrayList<Object>();
    if (operation.get("parameters") instanceof List<?> listed) {
      parameters.addAll(listed);
    }
    var key = ref("#/components/parameters/IdempotencyKey");
    if (!parameters.contains(key)) {
      parameters.add(key);
    }
    operation.put("parameters", parameters);
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
        if ("cursor".equals(parameter.get("name"))) {
          asObject(parameter.get("schema")).remove("format"); // what is in it is our affair
        }
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
    var schema = parameter.get("schema") instanceof Map<?, ?> known ? asObject(known) : Map.of();
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

  private static Map<String, Object> ref(String to) {
    return new LinkedHashMap<>(Map.of("$ref", to));
  }

  /// The object below `key`, made if there is none.
  static Map<String, Object> object(Map<String, Object> parent, String key) {
    return asObject(parent.computeIfAbsent(key, _ -> new LinkedHashMap<String, Object>()));
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> asObject(Object node) {
    return (Map<String, Object>) node;
  }
}
