package io.frontdesk.sandbox.openai;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frontdesk.sandbox.wire.Response;
import org.jspecify.annotations.Nullable;

/// A request that OpenAI would refuse.
/// Source: https://platform.openai.com/docs/guides/error-codes
final class ApiError extends RuntimeException {
  private static final String INVALID = "invalid_request_error";

  private final int status;
  private final String type;
  private final @Nullable String code;
  private final @Nullable String param;

  private ApiError(
      int status, String type, @Nullable String code, String message, @Nullable String param) {
    super(message);
    this.status = status;
    this.type = type;
    this.code = code;
    this.param = param;
  }

  static ApiError badRequest(@Nullable String code, String message, @Nullable String param) {
    return new ApiError(400, INVALID, code, message, param);
  }

  static ApiError missing(String param) {
    return badRequest(
        "missing_required_parameter", "Missing required parameter: '%s'.".formatted(param), param);
  }

  static ApiError noSuchModel(String model) {
    String message =
        "The model `%s` does not exist or you do not have access to it.".formatted(model);
    return new ApiError(404, INVALID, "model_not_found", message, null);
  }

  static ApiError noKey() {
    return new ApiError(
        401,
        INVALID,
        null,
        "You didn't provide an API key. You need to provide your API key in an Authorization header"
            + " using Bearer auth (i.e. Authorization: Bearer YOUR_KEY).",
        null);
  }

  static ApiError wrongKey(String key) {
    String shown = key.length() < 12 ? "***" : key.substring(0, 4) + "***" + lastFour(key);
    return new ApiError(
        401, INVALID, "invalid_api_key", "Incorrect API key provided: %s.".formatted(shown), null);
  }

  /// The account has used up what was paid for.
  static ApiError noCredit() {
    String message =
        "You exceeded your current quota, please check your plan and billing details. For more"
            + " information on this error, read the docs:"
            + " https://platform.openai.com/docs/guides/error-codes/api-errors.";
    return new ApiError(429, "insufficient_quota", "insufficient_quota", message, null);
  }

  /// The key was not given what it is used for.
  static ApiError noAccess() {
    String message = "You have insufficient permissions for this operation.";
    return new ApiError(403, INVALID, "missing_permissions", message, null);
  }

  private static String lastFour(String key) {
    return key.substring(key.length() - 4);
  }

  Response response() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.putObject("error")
        .put("message", getMessage())
        .put("type", type)
        .put("param", param)
        .put("code", code);
    return Response.json(status, body.toString());
  }
}
