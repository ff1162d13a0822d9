package io.frontdesk.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Tokens for programs: the client credentials grant of RFC 6749, section 4.4, with the errors of
/// section 5.2, which are no problem documents.
@Controller("/api/v1/oauth")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Identity")
class OauthController {
  private final ClientCredentials credentials;

  OauthController(ClientCredentials credentials) {
    this.credentials = credentials;
  }

  /// What a program sends; its id and secret may come by HTTP Basic instead.
  @Introspected
  record Grant(
      @Nullable String grantType,
      @Nullable String clientId,
      @Nullable String clientSecret,
      @Nullable String scope) {}

  /// @param expiresIn seconds
  /// @param scope separated by spaces
  @Introspected
  record Token(String accessToken, String tokenType, long expiresIn, String scope) {}

  /// RFC 6749, section 5.2.
  @Introspected
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Refusal(String error, String errorDescription) {}

  /// An access token for a program.
  @Post("/token")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @ApiResponse(
      responseCode = "200",
      description = "A token.",
      content = @Content(schema = @Schema(implementation = Token.class)))
  @ApiResponse(
      responseCode = "400",
      description = "RFC 6749, section 5.2.",
      content = @Content(schema = @Schema(implementation = Refusal.class)))
  @ApiResponse(
      responseCode = "401",
      description = "Not this client, or not this secret.",
      content = @Content(schema = @Schema(implementation = Refusal.class)))
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_FORM_URLENCODED,
              schema = @Schema(implementation = Grant.class)))
  HttpResponse<?> token(
      @Header("Authorization") @Nullable String authorization, @Body @Nullable String form) {
    return switch (credentials.grant(authorization, form(form))) {
      case ClientCredentials.Given given ->
          plain(HttpStatus.OK)
              .body(
                  new Token(
                      given.accessToken(),
                      "Bearer",
                      AccessTokens.LIFETIME.toSeconds(),
                      given.scope()));
      case ClientCredentials.Refused refused -> {
        boolean unknown = refused.error().equals("invalid_client");
        var response = plain(unknown ? HttpStatus.UNAUTHORIZED : HttpStatus.BAD_REQUEST);
        if (unknown) {
          response.header("WWW-Authenticate", "Basic realm=\"frontdesk\"");
        }
        yield response.body(new Refusal(refused.error(), refused.description()));
      }
    };
  }

  /// A parameter that comes twice is as good as none: RFC 6749, section 3.2.
  private static Grant form(@Nullable String form) {
    if (form == null) {
      return new Grant(null, null, null, null);
    }
    Map<String, List<String>> fields;
    try {
      fields = new QueryStringDecoder(form, false).parameters();
    } catch (IllegalArgumentException badEscape) {
      fields = Map.of();
    }
    return new Grant(
        one(fields, "grant_type"),
        one(fields, "client_id"),
        one(fields, "client_secret"),
        one(fields, "scope"));
  }

  private static @Nullable String one(Map<String, List<String>> fields, String name) {
    List<String> values = fields.getOrDefault(name, List.of());
    return values.size() == 1 ? values.getFirst() : null;
  }

  private static MutableHttpResponse<Object> plain(HttpStatus status) {
    return HttpResponse.status(status)
        .header("Cache-Control", "no-store")
        .contentType(MediaType.APPLICATION_JSON_TYPE);
  }
}
