package io.frontdesk.web;

import io.frontdesk.web.Problem.FieldProblem;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.util.List;
import java.util.Locale;

/// Writes problems as responses.
final class Problems {
  private static final MediaType PROBLEM_JSON = MediaType.of("application/problem+json");

  private Problems() {}

  static MutableHttpResponse<Problem> of(HttpRequest<?> request, RequestException e) {
    var problem =
        of(request, e.status(), e.name(), e.title(), String.valueOf(e.getMessage()), e.errors());
    if (e instanceof RequestException.TooMany tooMany) {
      problem.header(HttpHeaders.RETRY_AFTER, Long.toString(tooMany.waitSeconds()));
    }
    if (e instanceof RequestException.NoSuchRange range) {
      problem.header(HttpHeaders.CONTENT_RANGE, range.of());
    }
    return problem;
  }

  static MutableHttpResponse<Problem> of(HttpRequest<?> request, HttpStatus status, String detail) {
    return of(
        request,
        status,
        status.name().toLowerCase(Locale.ROOT),
        status.getReason(),
        detail,
        List.of());
  }

  private static MutableHttpResponse<Problem> of(
      HttpRequest<?> request,
      HttpStatus status,
      String name,
      String title,
      String detail,
      List<FieldProblem> errors) {
    var body =
        new Problem(
            "/problems/" + name, title, status.getCode(), detail, request.getPath(), errors);
    return describe(HttpResponse.status(status), status, body);
  }

  static MutableHttpResponse<Problem> describe(
      MutableHttpResponse<?> response, HttpStatus status, Problem body) {
    MutableHttpResponse<Problem> described = response.body(body).contentType(PROBLEM_JSON);
    if (status == HttpStatus.UNAUTHORIZED) {
      described.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    if (status == HttpStatus.SERVICE_UNAVAILABLE) {
      described.header(HttpHeaders.RETRY_AFTER, "5");
    }
    return described;
  }
}
