package io.frontdesk.httptool;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.frontdesk.web.WireName;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;

/// How another system is asked.
@TypeDef(type = DataType.STRING, converter = WireName.class)
public enum HttpMethod {
  @JsonProperty("get")
  GET,
  @JsonProperty("post")
  POST,
  @JsonProperty("put")
  PUT,
  @JsonProperty("patch")
  PATCH,
  @JsonProperty("delete")
  DELETE;

  boolean hasBody() {
    return this == POST || this == PUT || this == PATCH;
  }
}
