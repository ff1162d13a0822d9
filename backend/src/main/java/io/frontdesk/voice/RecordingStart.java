package io.frontdesk.voice;

import io.frontdesk.business.RecordingConsent;
import io.frontdesk.conversation.ConversationEvent;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Finds the moment from which a call may be recorded, in what is heard of it: the first word, or
/// the end of the notice, by the business's consent mode. A notice that was cut short, or that the
/// model has not said in so many words, leaves the call unrecorded. Of one event loop only.
final class RecordingStart implements Consumer<ConversationEvent> {
  private final RecordingConsent consent;
  private final @Nullable String notice;
  private final CallNotes notes;
  private final Consumer<ConversationEvent> next;
  private boolean begun;

  /// @param next is told of everything, too
  RecordingStart(PreparedCall call, CallNotes notes, Consumer<ConversationEvent> next) {
    this.consent = call.on().business().recordingConsent();
    this.notice = call.notice();
    this.notes = notes;
    this.next = next;
  }

  @Override
  public void accept(ConversationEvent event) {
    if (!begun) {
      begun = begins(event);
    }
    next.accept(event);
  }

  private boolean begins(ConversationEvent event) {
    return switch (consent) {
      case OFF -> false;
      case ONE_PARTY -> {
        if (event instanceof ConversationEvent.SpeechStarted) {
          notes.recorded();
          yield true;
        }
        yield false;
      }
      case ANNOUNCED -> {
        if (event instanceof ConversationEvent.SpeechHeard heard && announces(heard.text())) {
          notes.announced();
          yield true;
        }
        yield false;
      }
    };
  }

  private boolean announces(String words) {
    return notice != null && RecordingNotice.isIn(words, notice);
  }
}
