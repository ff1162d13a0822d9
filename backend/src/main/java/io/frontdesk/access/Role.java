package io.frontdesk.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.frontdesk.web.WireName;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import io.micronaut.security.authentication.Authentication;
import java.util.Arrays;
import java.util.Optional;

/// What a person may do in one tenant; the roles that may most come first.
@TypeDef(type = DataType.STRING, converter = WireName.class)
public enum Role {
  @JsonProperty("owner")
  OWNER,
  @JsonProperty("admin")
  ADMIN,
  @JsonProperty("member")
  MEMBER,
  @JsonProperty("viewer")
  VIEWER;

  /// The role of the person that a verified token names; empty if it is a program's.
  public static Optional<Role> of(Authentication authentication) {
    return authentication.getRoles().stream()
        .flatMap(name -> Arrays.stream(values()).filter(role -> role.name().equalsIgnoreCase(name)))
        .findFirst();
  }

  /// Whether this role may whatever the other may.
  public boolean includes(Role other) {
    return compareTo(other) <= 0;
  }
}
