package io.frontdesk.web;

import com.fasterxml.jackson.core.JacksonException;
import io.frontdesk.web.Problem.FieldProblem;
import io.micronaut.context.annotation.Primary;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.data.exceptions.OptimisticLockException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The one place where an error becomes a response: whatever goes wrong in a request, Micronaut
/// brings it here.
@Singleton
@Primary
final class ProblemWriter
    implements ErrorResponseProcessor<Problem>,
        ExceptionHandler<RequestException, HttpResponse<Problem>> {
  @Override
  public HttpResponse<Problem> handle(
      @SuppressWarnings("rawtypes") HttpRequest request, RequestException exception) {
    return Problems.of(request, exception);
  }

  @Override
  public MutableHttpResponse<Problem> processResponse(
      ErrorContext error, MutableHttpResponse<?> response) {
    var request = error.getRequest();
    return error
        .getRootCause()
        .flatMap(ProblemWriter::asRequestException)
        .map(known -> Problems.of(request, known))
        .orElseGet(() -> Problems.of(request, response.status(), explain(response.status())))
        .headers(headers -> response.getHeaders().forEachValue((n, v) -> keep(headers, n, v)));
  }

  private static void keep(MutableHttpHeaders headers, String name, String value) {
    if (!headers.contains(name)) {
      headers.add(name, value);
    }
  }

  private static Optional<RequestException> asRequestException(Throwable cause) {
    return switch (cause) {
      case RequestException known -> Optional.of(known);
      case ConstraintViolationException violations ->
          Optional.of(
              new RequestException.Rejected(
                  violations.getConstraintViolations().stream()
                      .map(ProblemWriter::fieldProblem)
                      .toList()));
      case JacksonException json -> Optional.of(JsonFaults.malformed(json));
      case UnsatisfiedRouteException missing ->
          Optional.of(
              new RequestException.Malformed(
                  "Something that is needed here is missing; see errors.",
                  List.of(new FieldProblem("/" + missing.getArgument().getName(), "is missing"))));
      case OptimisticLockException changed -> Optional.of(new RequestException.Stale("resource"));
      case ConversionErrorException conversion -> Optional.of(conversion(conversion));
      default -> cause.getCause() == null ? Optional.empty() : asRequestException(cause.getCause());
    };
  }

  private static RequestException conversion(ConversionErrorException e) {
    if (e.getConversionError().getCause() instanceof JacksonException json) {
      return JsonFaults.malformed(json);
    }
    return new RequestException.Malformed(
        "A value cannot be read; see errors.",
        List.of(new FieldProblem("/" + Names.snake(e.getArgument().getName()), "cannot be read")));
  }

  private static FieldProblem fieldProblem(ConstraintViolation<?> violation) {
    var steps = new ArrayList<String>();
    for (Path.Node node : violation.getPropertyPath()) {
      switch (node.getKind()) {
        case METHOD, CONSTRUCTOR, PARAMETER, BEAN, RETURN_VALUE, CROSS_PARAMETER -> {}
        case PROPERTY, CONTAINER_ELEMENT -> {
          if (node.getIndex() != null) {
            steps.add(node.getIndex().toString());
          }
          if (node.getKey() != null) {
            steps.add(node.getKey().toString().replace("~", "~0").replace("/", "~1"));
          }
          if (node.getName() != null && node.getKind() == ElementKind.PROPERTY) {
            steps.add(Names.snake(node.getName()));
          }
        }
      }
    }
    return new FieldProblem(
        steps.isEmpty() ? "" : "/" + String.join("/", steps), violation.getMessage());
  }

  private static String explain(HttpStatus status) {
    return switch (status) {
      case UNAUTHORIZED -> "Sign in and send the access token as `Authorization: Bearer …`.";
      case FORBIDDEN -> "Your role does not allow this.";
      case NOT_FOUND -> "There is nothing at this address.";
      case METHOD_NOT_ALLOWED -> "This address does not take this method.";
      case REQUEST_ENTITY_TOO_LARGE -> "The body is larger than is accepted here.";
      case UNSUPPORTED_MEDIA_TYPE -> "Send the body as the content type that is expected here.";
      case NOT_ACCEPTABLE -> "This address cannot answer with the content type you accept.";
      case BAD_REQUEST -> "The request cannot be read.";
      default ->
          status.getCode() >= 500
              ? "Something went wrong on our side. Nothing was changed; try again."
              : status.getReason();
    };
  }
}
