package io.frontdesk.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.frontdesk.web.WireName;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;

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

  /// Whether this role may whatever the other may.
  public boolean includes(Role other) {
    return compareTo(other) <= 0;
  }
}
