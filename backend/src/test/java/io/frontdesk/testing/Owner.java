package io.frontdesk.testing;

import io.frontdesk.tenancy.TenantId;
import java.util.UUID;

/// The owner of a business that has just signed up.
///
/// @param api signed in as the owner
public record Owner(TenantId tenant, String email, Api api) {
  public static final String PASSWORD = "correct horse battery staple";

  /// A new business of this name in New York, home services, open in office hours.
  public static Owner signUp(RunningService service, String businessName) {
    return signUp(service.api(), businessName);
  }

  /// The same of this trade, for example `salon`.
  public static Owner signUp(RunningService service, String businessName, String industry) {
    return signUp(service.api(), businessName, industry);
  }

  /// The same by a client that is not signed in.
  public static Owner signUp(Api api, String businessName) {
    return signUp(api, businessName, "home_services");
  }

  private static Owner signUp(Api api, String businessName, String industry) {
    String email = UUID.randomUUID() + "@example.com";
    var answer =
        api.post(
            "/api/v1/auth/signup",
            """
            {'business_name': '%s', 'email': '%s', 'password': '%s',
             'time_zone': 'America/New_York', 'industry': '%s'}\
            """
                .formatted(businessName, email, PASSWORD, industry));
    if (answer.status() != 201) {
      throw new IllegalStateException(answer.text());
    }
    return new Owner(
        TenantId.parse(answer.body().at("/tenant/id").asText()),
        email,
        api.as(answer.body().path("access_token").asText()));
  }

  /// This owner's client of another service, or of the same one started again.
  public Api logIn(Api other) {
    var answer =
        other.post(
            "/api/v1/auth/login", "{'email': '%s', 'password': '%s'}".formatted(email, PASSWORD));
    if (answer.status() != 200) {
      throw new IllegalStateException(answer.text());
    }
    return other.as(answer.body().path("access_token").asText());
  }
}
