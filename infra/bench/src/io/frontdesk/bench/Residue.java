package io.frontdesk.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// What a process holds at a moment when nobody calls.
///
/// @param held how many of what; what should be none is named in [#nothing]
record Residue(Map<String, Long> held) {
  private static final String VOICE = "io.frontdesk.voice.";
  private static final List<String> OF_A_CALL =
      List.of(
          VOICE + "VoiceBridge",
          VOICE + "StreamHandler",
          VOICE + "CallWriter",
          VOICE + "WaitingAudio",
          VOICE + "realtime.RealtimeConnection");
  private static final List<String> OF_THE_SERVICE =
      List.of(
          "io.netty.util.concurrent.ScheduledFutureTask",
          "io.netty.channel.epoll.EpollSocketChannel");
  private static final Pattern WRITER = Pattern.compile("\"write CA");
  private static final String LEAK = "LEAK: ";

  static Residue of(ServiceSubject subject) {
    Map<String, Long> held = new LinkedHashMap<>();
    held.put("files and sockets", (long) Proc.open(subject.pid()));
    held.put("threads of the system", (long) Proc.threads(subject.pid()));
    held.put("writing threads", writers(subject));
    held.put("buffers reported as lost", count(subject.said(), LEAK));
    held.putAll(Jcmd.live(subject.pid(), OF_A_CALL));
    held.putAll(Jcmd.live(subject.pid(), OF_THE_SERVICE));
    return new Residue(held);
  }

  /// The names of what must be none at such a moment.
  static List<String> nothing() {
    var nothing = new ArrayList<>(OF_A_CALL);
    nothing.addAll(List.of("writing threads", "buffers reported as lost"));
    return nothing;
  }

  private static long writers(ServiceSubject subject) {
    return WRITER.matcher(subject.threads()).results().count();
  }

  private static long count(String text, String what) {
    return Pattern.compile(Pattern.quote(what)).matcher(text).results().count();
  }
}
