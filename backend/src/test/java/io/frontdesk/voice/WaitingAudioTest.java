package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.voice.wire.Drops;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaitingAudioTest {
  private static final int FRAME = 160;

  private final Drops drops = new Drops();
  private final WaitingAudio waiting = new WaitingAudio(drops);

  @Test
  void whatWaitedIsGivenInItsOrderAndThenKeptNoMore() {
    List<ByteBuf> frames = frames(3);

    var given = new ArrayList<ByteBuf>();
    waiting.giveTo((_, frame) -> given.add(frame));

    assertThat(given).isEqualTo(frames);
    assertThat(frames).allMatch(frame -> frame.refCnt() == 1);
  }

  @Test
  void ofMoreThanTenSecondsTheLatestAreKept() {
    List<ByteBuf> frames = frames(502);

    var given = new ArrayList<ByteBuf>();
    waiting.giveTo((_, frame) -> given.add(frame));

    assertThat(given).isEqualTo(frames.subList(2, 502));
    assertThat(frames).allMatch(frame -> frame.refCnt() == 1);
    assertThat(drops.toString()).isNotEmpty();
  }

  @Test
  void afterTheEndNothingIsKept() {
    List<ByteBuf> before = frames(2);
    waiting.end();
    List<ByteBuf> after = frames(2);

    assertThat(before).allMatch(frame -> frame.refCnt() == 1);
    assertThat(after).allMatch(frame -> frame.refCnt() == 1);
  }

  private List<ByteBuf> frames(int count) {
    var frames = new ArrayList<ByteBuf>();
    for (int i = 0; i < count; i++) {
      ByteBuf frame = Unpooled.buffer().writeInt(i);
      waiting.add(FRAME, frame);
      frames.add(frame);
    }
    return frames;
  }
}
