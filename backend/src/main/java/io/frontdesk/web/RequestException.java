package io.frontdesk.web;

import io.frontdesk.web.Problem.FieldProblem;
import io.micronaut.http.HttpStatus;
import java.time.Duration;
import java.util.List;

/// A request that cannot be done, said so that its sender can mend it. Every kind has one HTTP
/// status.
public abstract sealed class RequestException extends RuntimeException {
  private final HttpStatus status;
  private final String name;
  private final String title;
  private final List<FieldProblem> errors;

  private RequestException(
      HttpStatus status, String name, String title, String detail, List<FieldProblem> errors) {
    super(detail);
    this.status = status;
    this.name = name;
    this.title = title;
    this.errors = List.copyOf(errors);
  }

  /// What `name` stands for is the last part of the problem's `type`.
  public String name() {
    return name;
  }

  HttpStatus status() {
    return status;
  }

  String title() {
    return title;
  }

  public List<FieldProblem> errors() {
    return errors;
  }

  /// Nothing there, or another tenant's: both look the same.
  public static final class NotFound extends RequestException {
    public NotFound(String what, Object id) {
      super(
          HttpStatus.NOT_FOUND,
          "not_found",
          "Not found",
          "There is no %s %s.".formatted(what, id),
          List.of());
    }
  }

  /// It contradicts what is stored.
  public static final class Conflict extends RequestException {
    /// @param name a stable name for programs, for example `email_taken`
    public Conflict(String name, String title, String detail) {
      super(HttpStatus.CONFLICT, name, title, detail, List.of());
    }
  }

  /// It is well-formed but says something impossible.
  public static final class Rejected extends RequestException {
    public Rejected(List<FieldProblem> errors) {
      super(
          HttpStatus.UNPROCESSABLE_ENTITY,
          "invalid",
          "Invalid input",
          "Some fields need another value; see errors.",
          errors);
    }

    public Rejected(String pointer, String detail) {
      this(List.of(new FieldProblem(pointer, detail)));
    }
  }

  /// It cannot be read.
  public static final class Malformed extends RequestException {
    public Malformed(String detail, List<FieldProblem> errors) {
      super(HttpStatus.BAD_REQUEST, "malformed", "Malformed request", detail, errors);
    }
  }

  /// Nobody, or nobody we know, is asking.
  public static final class Unauthenticated extends RequestException {
    public Unauthenticated(String detail) {
      super(HttpStatus.UNAUTHORIZED, "unauthenticated", "Not signed in", detail, List.of());
    }
  }

  /// Whoever is asking may not.
  public static final class Forbidden extends RequestException {
    public Forbidden(String detail) {
      this("forbidden", "Not allowed", detail);
    }

    /// @param name a stable name for programs, for example `suspended`
    public Forbidden(String name, String title, String detail) {
      super(HttpStatus.FORBIDDEN, name, title, detail, List.of());
    }
  }

  /// It was changed by somebody else since it was read.
  public static final class Stale extends RequestException {
    public Stale(String what) {
      super(
          HttpStatus.PRECONDITION_FAILED,
          "stale",
          "Changed meanwhile",
          "This %s was changed since you read it. Read it again, then repeat your change."
              .formatted(what),
          List.of());
    }
  }

  /// More is sent than is taken here.
  public static final class TooLarge extends RequestException {
    public TooLarge(String detail) {
      super(
          HttpStatus.REQUEST_ENTITY_TOO_LARGE,
          "request_entity_too_large",
          "Too large",
          detail,
          List.of());
    }
  }

  /// A part is asked for that is not there.
  public static final class NoSuchRange extends RequestException {
    private final long bytes;

    /// @param bytes how long all of it is
    public NoSuchRange(long bytes) {
      super(
          HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE,
          "no_such_range",
          "No such range",
          "It is %d bytes long, and none of them are in that range.".formatted(bytes),
          List.of());
      this.bytes = bytes;
    }

    /// As `Content-Range` tells it.
    String of() {
      return "bytes */" + bytes;
    }
  }

  /// Too much is asked at once; later it can be done.
  public static final class Busy extends RequestException {
    public Busy(String detail) {
      super(HttpStatus.SERVICE_UNAVAILABLE, "busy", "Busy", detail, List.of());
    }
  }

  /// More was asked than is allowed in a while.
  public static final class TooMany extends RequestException {
    private final Duration wait;

    /// @param wait after which something will be allowed again
    public TooMany(String detail, Duration wait) {
      super(
          HttpStatus.TOO_MANY_REQUESTS,
          "too_many_requests",
          "Too many requests",
          detail,
          List.of());
      this.wait = wait;
    }

    /// In whole seconds, at least one.
    long waitSeconds() {
      return Math.max(1, wait.plusMillis(999).toSeconds());
    }
  }

  /// Another company's service did not do its part; trying again later may help.
  public static final class UpstreamFailed extends RequestException {
    public UpstreamFailed(String detail, Throwable cause) {
      super(
          HttpStatus.SERVICE_UNAVAILABLE,
          "upstream_failed",
          "Another service failed",
          detail,
          List.of());
      initCause(cause);
    }
  }
}
