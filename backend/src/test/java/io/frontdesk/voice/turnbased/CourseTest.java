package io.frontdesk.voice.turnbased;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.testing.RunningService;
import org.junit.jupiter.api.Test;

class CourseTest {
  /// A call goes on while its nodes are replaced by newer ones.
  @Test
  void whatAnOlderVersionWroteIsRead() throws JsonProcessingException {
    ObjectMapper json = RunningService.shared().bean(ObjectMapper.class);

    Course read = json.readValue("{\"silences\":2,\"handed_over\":false}", Course.class);

    assertThat(read.silences()).isEqualTo(2);
    assertThat(read.offersKeys()).isFalse();
    assertThat(json.readValue(json.writeValueAsString(Course.OFFERING), Course.class))
        .isEqualTo(Course.OFFERING);
  }
}
