package io.frontdesk.voice;

import io.frontdesk.conversation.ConversationEvent;
import io.frontdesk.receptionist.Listening;
import io.frontdesk.voice.mediastream.MediaStreamEvent;
import io.frontdesk.voice.speech.SpeechEvent;
import io.frontdesk.voice.wire.Drops;
import io.netty.buffer.ByteBuf;

/// The caller's audio on its way to the model: whole, in order, and kept until the model is ready.
/// Of one event loop only.
final class Hearing {
  private static final int SAMPLES_PER_MS = 8;

  private final LostAudio lost = new LostAudio();
  private final WaitingAudio waiting;
  private final Insistence insistence;
  private final Listening listening;
  private final WaitingAudio.Listener model;
  private boolean ready;

  /// How much sound the session was given, in samples.
  private long given;

  /// @param model is given all of it
  Hearing(Listening listening, Dialogue dialogue, WaitingAudio.Listener model, Drops drops) {
    this.listening = listening;
    this.model = model;
    waiting = new WaitingAudio(drops);
    insistence =
        new Insistence(
            listening.leastSpeechMs(),
            item -> dialogue.happened(new ConversationEvent.CallerInsists(item)));
  }

  /// The caller's audio; what was lost before it is silence.
  void hears(MediaStreamEvent.Media media) {
    for (int frames = lost.before(media); frames > 0; frames--) {
      hears(LostAudio.FRAME_SAMPLES, LostAudio.FRAME);
    }
    hears(media.samples(), media.payload());
  }

  private void hears(int samples, ByteBuf payload) {
    if (ready) {
      give(samples, payload);
      insistence.hears(samples, payload);
    } else {
      waiting.add(samples, payload);
    }
  }

  private void give(int samples, ByteBuf payload) {
    model.hears(samples, payload);
    given += samples;
  }

  /// The model is ready: it is given what it has missed.
  void opens() {
    ready = true;
    waiting.giveTo(this::give);
  }

  /// From the next piece on a session hears that has heard nothing so far.
  void beginsAnew() {
    given = 0;
  }

  boolean isOpen() {
    return ready;
  }

  void speechStarted(SpeechEvent.SpeechStarted speech) {
    insistence.begins(speech.itemId(), said(speech));
  }

  void speechStopped() {
    insistence.ends();
  }

  /// How much was said by now; what the model counts as speech before it is not.
  private long said(SpeechEvent.SpeechStarted speech) {
    Long startMs = speech.startMs();
    return startMs == null ? 0 : given / SAMPLES_PER_MS - startMs - listening.prefixMs();
  }

  /// Hears nothing more, and keeps nothing.
  void end() {
    ready = false;
    waiting.end();
  }
}
