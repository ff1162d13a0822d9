package io.frontdesk.sandbox.twilio;

import io.frontdesk.sandbox.wire.Response;

/// A request that Twilio would refuse.
/// Source: https://www.twilio.com/docs/api/errors
final class RestError extends RuntimeException {
  private final int status;
  private final int code;

  RestError(int status, int code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  static RestError notFound(String path) {
    return new RestError(404, 20404, "The requested resource " + path + " was not found");
  }

  static RestError unauthorized(String message) {
    return new RestError(401, 20003, message);
  }

  /// There is no account of this name.
  static RestError unknownAccount() {
    return unauthorized("Authentication Error - invalid username");
  }

  /// The account is suspended or closed.
  static RestError notActive() {
    return new RestError(401, 20005, "Account not active");
  }

  static RestError invalid(int code, String message) {
    return new RestError(400, code, message);
  }

  int code() {
    return code;
  }

  Response response() {
    var body =
        Json.object()
            .put("code", code)
            .put("message", getMessage())
            .put("more_info", "https://www.twilio.com/docs/errors/" + code)
            .put("status", status);
    var response = Response.json(status, Json.write(body));
    return status == 401
        ? response.with("WWW-Authenticate", "Basic realm=\"Twilio API\"")
        : response;
  }
}
