package io.frontdesk.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.util.List;

/// Applies JSON Merge Patches: a field that is absent stays, null clears it, lists are replaced
/// whole.
/// Source: https://www.rfc-editor.org/rfc/rfc7396
@Singleton
public class MergePatch {
  private final ObjectMapper json;
  private final Validator validator;

  MergePatch(ObjectMapper json, Validator validator) {
    this.json = json;
    this.validator = validator;
  }

  /// `editable` with the patch applied, validated.
  ///
  /// @throws RequestException.Malformed if the patch is not an object or a field has the wrong type
  /// @throws ConstraintViolationException if the result breaks a rule of its type
  public <T> T apply(T editable, Class<T> type, JsonNode patch) {
    if (!patch.isObject()) {
      throw new RequestException.Malformed(
          "A change is a JSON object with the fields to change.", List.of());
    }
    try {
      T changed = json.treeToValue(merge(json.valueToTree(editable), patch), type);
      var violations = validator.validate(changed);
      if (!violations.isEmpty()) {
        throw new ConstraintViolationException(violations);
      }
      return changed;
    } catch (JsonProcessingException e) {
      throw JsonFaults.malformed(e);
    }
  }

  private static JsonNode merge(JsonNode target, JsonNode patch) {
    if (!patch.isObject()) {
      return patch;
    }
    ObjectNode merged =
        target.isObject()
            ? ((ObjectNode) target).deepCopy()
            : JsonNodeFactory.instance.objectNode();
    for (var field : patch.properties()) {
      if (field.getValue().isNull()) {
        merged.remove(field.getKey());
      } else {
        JsonNode before = merged.path(field.getKey());
        merged.set(field.getKey(), merge(before, field.getValue()));
      }
    }
    return merged;
  }
}
