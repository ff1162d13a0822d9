package io.frontdesk.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/// Says which version of a resource was read, so that two people's edits do not overwrite one
/// another unseen.
public final class ETag {
  private ETag() {}

  public static String of(long version) {
    return "\"" + version + "\"";
  }

  /// An answer with a resource in it.
  public static <T> HttpResponse<T> answer(HttpStatus status, T resource, long version) {
    return HttpResponse.status(status).body(resource).header(HttpHeaders.ETAG, of(version));
  }

  /// @param ifMatch the request's `If-Match`; null and `*` match every version
  /// @param what names the resource in the error
  /// @throws RequestException.Stale if it names another version than `version`
  public static void check(@Nullable String ifMatch, long version, String what) {
    if (ifMatch != null && !ifMatch.equals("*") && !ifMatch.equals(of(version))) {
      throw new RequestException.Stale(what);
    }
  }
}
