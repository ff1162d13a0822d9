package io.frontdesk.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.annotation.PreMatching;

/// Lets in who accepts nothing but problems: generated clients ask so where success has no body,
/// and would be told 406, for what comes back then is JSON in name.
@ServerFilter("/api/**")
class ProblemAccept {
  private static final String PROBLEM = "application/problem+json";

  @PreMatching
  @RequestFilter
  void widen(MutableHttpRequest<?> request) {
    String accepted = request.getHeaders().get(HttpHeaders.ACCEPT);
    if (PROBLEM.equals(accepted)) {
      request.getHeaders().set(HttpHeaders.ACCEPT, PROBLEM + ", " + MediaType.APPLICATION_JSON);
    }
  }
}
