package io.frontdesk.audit;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.frontdesk.web.WireName;
import io.micronaut.data.annotation.Embeddable;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who does something, and from where. Controllers take the one whose access token came with the
/// request as an argument, as they take the tenant.
///
/// @param id the person's or the program's; null for others
/// @param name an e-mail address, or what a program is called; null until the log has looked it up
/// @param address the address that the request came from; null if there was no request
/// @param userAgent as the client calls itself; null if there was no request
@Embeddable
public record Actor(
    Kind kind,
    @Nullable UUID id,
    @Nullable String name,
    @Nullable String address,
    @Nullable String userAgent) {

  /// What work does by itself: jobs, callbacks, what follows from a call.
  public static final Actor SYSTEM = new Actor(Kind.SYSTEM, null, null, null, null);

  /// What kinds of actors there are.
  @TypeDef(type = DataType.STRING, converter = WireName.class)
  public enum Kind {
    @JsonProperty("user")
    USER,
    @JsonProperty("api_client")
    API_CLIENT,
    @JsonProperty("operator")
    OPERATOR,
    @JsonProperty("system")
    SYSTEM
  }

  /// A person of the business.
  public static Actor user(UUID id, String address, String userAgent) {
    return new Actor(Kind.USER, id, null, address, userAgent);
  }

  /// A program that the business let in.
  public static Actor apiClient(UUID id, String address, String userAgent) {
    return new Actor(Kind.API_CLIENT, id, null, address, userAgent);
  }

  /// Somebody who runs the installation.
  public static Actor operator(String name, String address, String userAgent) {
    return new Actor(Kind.OPERATOR, null, name, address, userAgent);
  }

  Actor named(@Nullable String known) {
    return new Actor(kind, id, known, address, userAgent);
  }
}
