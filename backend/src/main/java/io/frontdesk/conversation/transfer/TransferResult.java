package io.frontdesk.conversation.transfer;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.frontdesk.web.WireName;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;

/// What became of a transfer.
@TypeDef(type = DataType.STRING, converter = WireName.class)
public enum TransferResult {
  /// The caller talked to somebody.
  @JsonProperty("connected")
  CONNECTED,
  /// Nobody took the call: the receptionist has the caller again.
  @JsonProperty("nobody")
  NOBODY,
  /// The caller did not wait.
  @JsonProperty("caller_hung_up")
  CALLER_HUNG_UP,
  /// The caller wanted something else before anybody was rung.
  @JsonProperty("called_off")
  CALLED_OFF;

  /// Whether the caller is owed a call back: they waited for somebody, and talked to nobody.
  boolean owesCallBack() {
    return this == NOBODY || this == CALLER_HUNG_UP;
  }
}
