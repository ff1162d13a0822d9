package io.frontdesk.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.micronaut.core.annotation.Introspected;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One value that a change altered.
///
/// @param pointer where it is in the thing, as a JSON pointer
/// @param before null if there was none
/// @param after null if none is left
@Introspected
public record Difference(String pointer, @Nullable JsonNode before, @Nullable JsonNode after) {
  /// Should a secret ever be handed in, it stays unsaid.
  private static final Pattern SECRET =
      Pattern.compile("(secret|password|token|hash|api_key|private_key)$");

  private static final JsonNode UNSAID = TextNode.valueOf("(secret)");

  /// What differs, field by field; lists are compared whole.
  public static List<Difference> between(JsonNode before, JsonNode after) {
    var found = new ArrayList<Difference>();
    collect("", before, after, found);
    return List.copyOf(found);
  }

  private static void collect(
      String pointer, JsonNode before, JsonNode after, List<Difference> found) {
    boolean objects = before.isObject() || after.isObject();
    if (objects
        && (before.isObject() || isNothing(before))
        && (after.isObject() || isNothing(after))) {
      Set<String> names = new LinkedHashSet<>();
      before.fieldNames().forEachRemaining(names::add);
      after.fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        String below = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
        collect(below, before.path(name), after.path(name), found);
      }
    } else if (!value(before).equals(value(after))) {
      found.add(new Difference(pointer, shown(pointer, before), shown(pointer, after)));
    }
  }

  private static boolean isNothing(JsonNode node) {
    return node.isMissingNode() || node.isNull();
  }

  private static JsonNode value(JsonNode node) {
    return node.isNull() ? MissingNode.getInstance() : node;
  }

  private static @Nullable JsonNode shown(String pointer, JsonNode node) {
    if (isNothing(node)) {
      return null;
    }
    return SECRET.matcher(pointer).find() ? UNSAID : node;
  }
}
