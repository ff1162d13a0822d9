package io.frontdesk.conversation.transfer;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.frontdesk.web.WireName;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A [TransferState] as it is stored and shown, beside its leg and its result.
@TypeDef(type = DataType.STRING, converter = WireName.class)
public enum Phase {
  @JsonProperty("chosen")
  CHOSEN,
  @JsonProperty("announced")
  ANNOUNCED,
  @JsonProperty("ringing")
  RINGING,
  @JsonProperty("briefed")
  BRIEFED,
  @JsonProperty("bridged")
  BRIDGED,
  @JsonProperty("ended")
  ENDED;

  static Phase of(TransferState state) {
    return switch (state) {
      case TransferState.Chosen _ -> CHOSEN;
      case TransferState.Announced _ -> ANNOUNCED;
      case TransferState.Ringing _ -> RINGING;
      case TransferState.Briefed _ -> BRIEFED;
      case TransferState.Bridged _ -> BRIDGED;
      case TransferState.Ended _ -> ENDED;
    };
  }

  /// @param leg which one, where one is rung or talked to
  /// @param result where it has ended
  TransferState state(int leg, @Nullable TransferResult result) {
    return switch (this) {
      case CHOSEN -> new TransferState.Chosen();
      case ANNOUNCED -> new TransferState.Announced();
      case RINGING -> new TransferState.Ringing(leg);
      case BRIEFED -> new TransferState.Briefed(leg);
      case BRIDGED -> new TransferState.Bridged(leg);
      case ENDED -> new TransferState.Ended(Objects.requireNonNull(result));
    };
  }
}
