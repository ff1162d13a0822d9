package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A call that may cost so much, and a model that tells after its first answer that it has.
@ExtendWith(Leaks.class)
class SpendWatchTest {
  private static final String COSTLY =
      "{'input_token_details':{'text_tokens':9,'audio_tokens':9},"
          + "'output_token_details':{'text_tokens':9,'audio_tokens':9}}";

  @RegisterExtension final HandCall call = new HandCall();

  @Test
  void leaveIsTakenWithTheVeryTurnThatCostTooMuch() {
    HandTalk.change(call.owner(), "{'limits': {'spend': {'amount_micros': 1, 'currency': 'USD'}}}");
    call.awaitsGreeting();
    var session = call.talk();
    session.begins("resp_1", null);
    session.speaks("resp_1", "item_1", HandModel.A_SECOND);
    session.says(
        """
        {'type':'response.output_audio.done','event_id':'e','response_id':'resp_1','item_id':'item_1'}\
        """);
    session.says(
        """
        {'type':'response.output_audio_transcript.done','event_id':'e','response_id':'resp_1',\
        'item_id':'item_1','transcript':'We are open.'}\
        """);
    session.says(
        """
        {'type':'response.done','event_id':'e','response':{'id':'resp_1','status':'completed',\
        'output':[],'usage':%s}}\
        """
            .formatted(COSTLY));

    call.hears("We are open.");

    session.awaits(
        m -> m.at("/response/instructions").asText().contains("we have to end this call now"));
    assertThat(call.awaitsEvent("budget_spent")).contains("budget_spent");
  }
}
