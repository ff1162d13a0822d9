package io.frontdesk.dashboard;

import io.frontdesk.web.RequestException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The files that the pages are made of. The page itself is [PageFilter]'s.
@Controller
@Hidden
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class PageController {
  /// Their names hold a hash of their content.
  private static final String FOREVER = "public, max-age=31536000, immutable";

  private static final String AN_HOUR = "public, max-age=3600";

  private final Pages pages;

  PageController(Pages pages) {
    this.pages = pages;
  }

  @Get("/assets/{name:[A-Za-z0-9_-]+[.A-Za-z0-9_-]*}")
  HttpResponse<?> asset(HttpRequest<?> request, String name) {
    return answer(request, "assets/" + name, FOREVER);
  }

  @Get("/{name:[a-z0-9-]+[.][a-z0-9]+}")
  HttpResponse<?> file(HttpRequest<?> request, String name) {
    return answer(request, name, AN_HOUR);
  }

  private HttpResponse<?> answer(HttpRequest<?> request, String name, String cacheControl) {
    return pages
        .asset(name, encodings(request))
        .orElseThrow(() -> new RequestException.NotFound("file", name))
        .response()
        .header(HttpHeaders.CACHE_CONTROL, cacheControl);
  }

  /// Of the encodings that we have, those that the browser takes, smallest first.
  private static List<String> encodings(HttpRequest<?> request) {
    String accepted =
        String.join(",", request.getHeaders().getAll(HttpHeaders.ACCEPT_ENCODING))
            .toLowerCase(Locale.ROOT);
    List<String> named =
        Stream.of(accepted.split(","))
            .map(String::strip)
            .filter(encoding -> !encoding.replace(" ", "").endsWith(";q=0"))
            .map(encoding -> encoding.replaceFirst(";.*", "").strip())
            .toList();
    return Stream.of("br", "gzip").filter(named::contains).toList();
  }
}
