package io.frontdesk.fact;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.frontdesk.web.WireName;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;

/// How something about a caller became known.
@TypeDef(type = DataType.STRING, converter = WireName.class)
public enum Source {
  /// The telephone network told it.
  @JsonProperty("caller_id")
  CALLER_ID,
  /// The caller said it.
  @JsonProperty("spoken")
  SPOKEN,
  /// The caller pressed it on the telephone's keys.
  @JsonProperty("keyed")
  KEYED,
  /// Somebody at the business, or another program, wrote it.
  @JsonProperty("written")
  WRITTEN
}
