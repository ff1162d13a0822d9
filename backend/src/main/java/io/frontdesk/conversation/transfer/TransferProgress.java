package io.frontdesk.conversation.transfer;

import io.frontdesk.conversation.transfer.TransferState.Bridged;
import io.frontdesk.conversation.transfer.TransferState.Briefed;
import io.frontdesk.conversation.transfer.TransferState.Chosen;
import io.frontdesk.conversation.transfer.TransferState.Ended;
import io.frontdesk.conversation.transfer.TransferState.Ringing;
import io.frontdesk.receptionist.TransferTarget.Mode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How far a transfer has come: a pure function from what happened to what is so. It only moves
/// forward, so that what comes twice, late or out of order changes nothing. docs/transfer.md has
/// its arcs as a table.
///
/// @param legs those who are rung, in that order; never empty
public record TransferProgress(TransferState state, List<Leg> legs) {
  /// Progress whose legs nobody can change.
  public TransferProgress {
    legs = List.copyOf(legs);
    if (legs.isEmpty()) {
      throw new IllegalArgumentException("nobody to ring");
    }
  }

  /// What this event makes of it.
  public TransferProgress on(TransferEvent event) {
    return switch (event) {
      case TransferEvent.Announced _ ->
          state instanceof Chosen ? in(new TransferState.Announced()) : this;
      case TransferEvent.LineFree _ -> lineFree();
      case TransferEvent.PickedUp e -> isRinging(e.leg()) ? in(new Briefed(e.leg())) : this;
      case TransferEvent.Accepted e ->
          isBeingAsked(e.leg()) && legs.get(e.leg()).result() == null
              ? in(new Bridged(e.leg()))
              : this;
      case TransferEvent.Declined e ->
          isBeingAsked(e.leg()) ? with(e.leg(), LegResult.DECLINED) : this;
      case TransferEvent.LegEnded e -> Integer.valueOf(e.leg()).equals(leg()) ? ended(e) : this;
      case TransferEvent.CalledOff _ ->
          state instanceof Chosen || state instanceof TransferState.Announced
              ? over(TransferResult.CALLED_OFF)
              : this;
      case TransferEvent.CallEnded _ -> callEnded();
    };
  }

  /// The leg that is being rung or talked to; null if none is.
  public @Nullable Integer leg() {
    return switch (state) {
      case Ringing s -> s.leg();
      case Briefed s -> s.leg();
      case Bridged s -> s.leg();
      case Chosen _, TransferState.Announced _, Ended _ -> null;
    };
  }

  public boolean isOver() {
    return state instanceof Ended;
  }

  /// Whoever asks before the announcement was heard has lost the line: the receptionist goes on. A
  /// line is free again when those two have talked, or when somebody has not taken the call.
  private TransferProgress lineFree() {
    return switch (state) {
      case Chosen _ -> over(TransferResult.CALLED_OFF);
      case TransferState.Announced _ -> in(new Ringing(0));
      case Ringing s -> unlessDeclined(s.leg());
      case Briefed s -> unlessDeclined(s.leg());
      case Bridged s -> with(s.leg(), LegResult.CONNECTED).over(TransferResult.CONNECTED);
      case Ended _ -> this;
    };
  }

  private TransferProgress unlessDeclined(int leg) {
    return legs.get(leg).result() == null ? this : next(leg);
  }

  private TransferProgress ended(TransferEvent.LegEnded event) {
    int leg = event.leg();
    return hasTalked(event)
        ? with(leg, LegResult.CONNECTED).over(TransferResult.CONNECTED)
        : with(leg, why(event)).next(leg);
  }

  /// Where the carrier does not say whether both were joined, it was with a key, or by picking up
  /// where no key is asked for.
  private boolean hasTalked(TransferEvent.LegEnded event) {
    Leg leg = legs.get(event.leg());
    if (leg.result() != null) {
      return false;
    }
    boolean took = leg.mode() == Mode.COLD || state instanceof Bridged;
    return event.bridged() == null ? took && event.told() == LegResult.CONNECTED : event.bridged();
  }

  private LegResult why(TransferEvent.LegEnded event) {
    boolean pickedUp = state instanceof Briefed || state instanceof Bridged;
    return pickedUp || event.told() == LegResult.CONNECTED ? LegResult.DECLINED : event.told();
  }

  private TransferProgress next(int leg) {
    return leg + 1 < legs.size() ? in(new Ringing(leg + 1)) : over(TransferResult.NOBODY);
  }

  private TransferProgress callEnded() {
    return switch (state) {
      case Chosen _ -> over(TransferResult.CALLED_OFF);
      case TransferState.Announced _ -> over(TransferResult.CALLER_HUNG_UP);
      case Ringing s -> with(s.leg(), LegResult.CALLER_HUNG_UP).over(TransferResult.CALLER_HUNG_UP);
      case Briefed s -> with(s.leg(), LegResult.CALLER_HUNG_UP).over(TransferResult.CALLER_HUNG_UP);
      case Bridged s -> with(s.leg(), LegResult.CONNECTED).over(TransferResult.CONNECTED);
      case Ended _ -> this;
    };
  }

  private boolean isRinging(int leg) {
    return state instanceof Ringing(int now) && now == leg;
  }

  /// Whether that person is to decide: the key may be told before the picking up.
  private boolean isBeingAsked(int leg) {
    return isRinging(leg) || (state instanceof Briefed(int now) && now == leg);
  }

  private TransferProgress in(TransferState next) {
    return new TransferProgress(next, legs);
  }

  private TransferProgress over(TransferResult result) {
    return in(new Ended(result));
  }

  private TransferProgress with(int leg, LegResult how) {
    var all = new ArrayList<>(legs);
    all.set(leg, all.get(leg).ended(how));
    return new TransferProgress(state, all);
  }
}
