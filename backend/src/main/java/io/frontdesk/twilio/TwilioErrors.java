package io.frontdesk.twilio;

import com.twilio.exception.ApiException;
import com.twilio.exception.TwilioException;
import io.frontdesk.web.RequestException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.util.Objects;
import java.util.function.Supplier;

/// Says what Twilio refused in the words of whoever asked us.
/// Source: https://www.twilio.com/docs/api/errors
final class TwilioErrors {
  static final int NO_ACCESS = 20003;
  static final int NOT_ACTIVE = 20005;
  static final int NOT_FOUND = 20404;
  static final int NOT_AVAILABLE = 21422;

  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERROR = 500;

  private TwilioErrors() {}

  /// The answer to a request that may be repeated.
  ///
  /// @throws RequestException that says what to do
  static <T> T answer(Supplier<T> request) {
    try {
      return request.get();
    } catch (TwilioException e) {
      throw translate(e);
    }
  }

  /// The answer to a request that must not be repeated.
  ///
  /// @throws RequestException if nothing was done
  /// @throws Unanswered if nobody knows
  static <T> T answerOnce(Supplier<T> request) {
    try {
      return request.get();
    } catch (TwilioException e) {
      if (!isRefusal(e) && !neverArrived(e)) {
        throw new Unanswered(e);
      }
      throw translate(e);
    }
  }

  static boolean is(ApiException e, int code) {
    return Objects.equals(e.getCode(), code);
  }

  private static boolean neverArrived(TwilioException e) {
    return e.getCause() instanceof ConnectException
        || e.getCause() instanceof HttpConnectTimeoutException;
  }

  private static boolean isRefusal(TwilioException e) {
    return e instanceof ApiException refusal
        && refusal.getStatusCode() != null
        && refusal.getStatusCode() < SERVER_ERROR;
  }

  private static RequestException translate(TwilioException e) {
    return e instanceof ApiException refusal
            && isRefusal(e)
            && refusal.getStatusCode() != TOO_MANY_REQUESTS
            && refusal.getCode() != null
        ? translate(refusal, refusal.getCode())
        : new RequestException.UpstreamFailed(
            "Twilio does not answer as it should. Nothing was lost; try again in a moment.", e);
  }

  private static RequestException translate(ApiException refusal, int code) {
    return switch (code) {
      case 21421 -> number("is no number that Twilio could rent out");
      case NOT_AVAILABLE -> number("is not for sale any more: choose another one");
      case 21450, 21451 ->
          new RequestException.Rejected("/area_code", "is no area code that Twilio knows");
      case 21452 ->
          new RequestException.Rejected("/area_code", "has no number left: try a nearby one");
      case 21613, 21615, 21631, 21651 ->
          number(
              "needs an address on file, by local law: add yours in Twilio's console, or choose"
                  + " a number that needs none");
      case 21649 ->
          number(
              "needs documents about the business, by local law: file them in Twilio's console,"
                  + " or choose a number that needs none");
      case 10002, 21404 ->
          new RequestException.Conflict(
              "twilio_trial",
              "Trial account",
              "A trial account at Twilio rents one number only. Upgrade it in Twilio's console, or"
                  + " give back the number that it has.");
      case NO_ACCESS, NOT_ACTIVE ->
          new RequestException.Conflict(
              "twilio_token_refused",
              "Twilio refused the token",
              "Twilio did not accept the account or its token. Check both in Twilio's console;"
                  + " a suspended account is refused too.");
      case NOT_FOUND ->
          new RequestException.Conflict(
              "twilio_not_found", "Not at Twilio", "Twilio does not have what was asked for.");
      default ->
          new RequestException.Conflict(
              "twilio_refused",
              "Twilio refused",
              "Twilio refused, with error %d: %s".formatted(code, refusal.getMessage()));
    };
  }

  private static RequestException number(String detail) {
    return new RequestException.Rejected("/number", detail);
  }
}
