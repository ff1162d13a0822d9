package io.frontdesk.testing;

import java.util.UUID;

/// Somebody who was invited to a business and came.
///
/// @param api signed in as them
/// @param refreshToken of their session there
public record Colleague(RunningService service, String email, Api api, String refreshToken) {
  public static final String PASSWORD = "words of a colleague";

  /// A new person, invited by the owner.
  public static Colleague join(RunningService service, Owner owner, String role) {
    String email = UUID.randomUUID() + "@example.com";
    return accept(service, email, invite(owner, email, role));
  }

  /// Invites somebody and reads the mail.
  ///
  /// @return what its link carries
  public static String invite(Owner owner, String email, String role) {
    var invited =
        owner
            .api()
            .post(
                "/api/v1/team/invitations", "{'email': '%s', 'role': '%s'}".formatted(email, role));
    if (invited.status() != 201) {
      throw new IllegalStateException(invited.text());
    }
    return MailBox.token(MailBox.newest(owner.api(), email, "").path("text").asText());
  }

  /// The same person in another business too, in a session of its own.
  public Colleague alsoAt(Owner owner) {
    return accept(service, email, invite(owner, email, "member"));
  }

  /// With the tokens that a refresh gives.
  public Colleague refresh() {
    return signedIn(service, email, tryRefresh());
  }

  public Api.Answer tryRefresh() {
    return service
        .api()
        .post("/api/v1/auth/refresh?mode=token", "{'refresh_token': '%s'}".formatted(refreshToken));
  }

  private static Colleague accept(RunningService service, String email, String token) {
    return signedIn(
        service,
        email,
        service
            .api()
            .post(
                "/api/v1/auth/invitations/accept?mode=token",
                "{'token': '%s', 'password': '%s'}".formatted(token, PASSWORD)));
  }

  private static Colleague signedIn(RunningService service, String email, Api.Answer answer) {
    if (answer.status() != 200) {
      throw new IllegalStateException(answer.text());
    }
    return new Colleague(
        service,
        email,
        service.api().as(answer.body().path("access_token").asText()),
        answer.body().path("refresh_token").asText());
  }
}
