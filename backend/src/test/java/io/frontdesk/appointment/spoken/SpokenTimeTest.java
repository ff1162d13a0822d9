package io.frontdesk.appointment.spoken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How callers' phrases are understood, said on Friday 20 November 2026 at ten in the morning in
/// New York unless another clock is given.
class SpokenTimeTest {
  private static final ZonedDateTime FRIDAY_AT_TEN =
      ZonedDateTime.of(LocalDateTime.parse("2026-11-20T10:00"), ZoneId.of("America/New_York"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // Days from today
        "today at three                          | 2026-11-20T15:00",
        "today at 11                             | 2026-11-20T11:00",
        "today at eight                          | 2026-11-20T20:00",
        "today at 10 am                          | 2026-11-20T10:00",
        "tomorrow at ten                         | 2026-11-21T10:00",
        "tomorrow at 10 am                       | 2026-11-21T10:00",
        "tomorrow at noon                        | 2026-11-21T12:00",
        "ten tomorrow                            | 2026-11-21T10:00",
        "tomorrow ten thirty                     | 2026-11-21T10:30",
        "the day after tomorrow at four          | 2026-11-22T16:00",
        "day after tomorrow, 9am                 | 2026-11-22T09:00",
        "tonight at eight                        | 2026-11-20T20:00",
        "eight tonight                           | 2026-11-20T20:00",
        "this afternoon at three                 | 2026-11-20T15:00",
        "three this afternoon                    | 2026-11-20T15:00",
        "this evening around seven               | 2026-11-20T19:00",
        "tomorrow morning at eight               | 2026-11-21T08:00",
        "tomorrow night at nine                  | 2026-11-21T21:00",
        "three tomorrow afternoon                | 2026-11-21T15:00",
        "in two hours                            | 2026-11-20T12:00",
        "in half an hour                         | 2026-11-20T10:30",
        "an hour and a half from now             | 2026-11-20T11:30",
        "in twenty minutes                       | 2026-11-20T10:20",
        "in three days at two                    | 2026-11-23T14:00",
        "two weeks from now at 9:15              | 2026-12-04T09:15",
        "in a week at noon                       | 2026-11-27T12:00",
        "a week from tomorrow at ten             | 2026-11-28T10:00",
        "in a fortnight at eleven                | 2026-12-04T11:00",
        // Weekdays
        "thursday at two                         | 2026-11-26T14:00",
        "Monday at 9                             | 2026-11-23T09:00",
        "on Tuesday, at 4:45 pm                  | 2026-11-24T16:45",
        "friday at three                         | 2026-11-20T15:00",
        "friday at nine                          | 2026-11-27T09:00",
        "this thursday at one                    | 2026-11-26T13:00",
        "this coming saturday at eleven          | 2026-11-21T11:00",
        "next thursday at two                    | 2026-11-26T14:00",
        "next friday at two                      | 2026-11-27T14:00",
        "next saturday at noon                   | 2026-11-28T12:00",
        "next Tuesday at half past two           | 2026-11-24T14:30",
        "wednesday next week at 8                | 2026-11-25T08:00",
        "next week on Wednesday at 8             | 2026-11-25T08:00",
        "next week, tuesday, at five             | 2026-11-24T17:00",
        "a week from Thursday at ten             | 2026-12-03T10:00",
        "a week on Tuesday at ten                | 2026-12-01T10:00",
        "two weeks from monday at six            | 2026-12-07T18:00",
        "thursday week at ten                    | 2026-12-03T10:00",
        "monday after next at ten                | 2026-11-30T10:00",
        "thurs 2pm                               | 2026-11-26T14:00",
        "thursday two                            | 2026-11-26T14:00",
        "thursday two thirty                     | 2026-11-26T14:30",
        "three on friday                         | 2026-11-20T15:00",
        "wednesday morning ten thirty            | 2026-11-25T10:30",
        // Dates
        "the 3rd of December at ten              | 2026-12-03T10:00",
        "December 3rd at ten                     | 2026-12-03T10:00",
        "December third at ten                   | 2026-12-03T10:00",
        "December the third, at ten              | 2026-12-03T10:00",
        "third of december, ten am               | 2026-12-03T10:00",
        "Dec 3 10 am                             | 2026-12-03T10:00",
        "3 December 10:30                        | 2026-12-03T10:30",
        "10:30 on the 3rd                        | 2026-12-03T10:30",
        "ten thirty december third               | 2026-12-03T10:30",
        "10 30 December 3                        | 2026-12-03T10:30",
        "the twenty third of november at two     | 2026-11-23T14:00",
        "the twenty-third at two                 | 2026-11-23T14:00",
        "the 3rd of next month at noon           | 2026-12-03T12:00",
        "on the 31st at noon                     | 2026-12-31T12:00",
        "the 20th at nine                        | 2026-12-20T09:00",
        "the 20th at four                        | 2026-11-20T16:00",
        "12/3 at 2                               | 2026-12-03T14:00",
        "12/3/2027 at 2                          | 2027-12-03T14:00",
        "12/3/26, 2 pm                           | 2026-12-03T14:00",
        "25/12 at 11                             | 2026-12-25T11:00",
        "2026-12-03 14:30                        | 2026-12-03T14:30",
        "2026-12-03T09:00                        | 2026-12-03T09:00",
        "2026-12-03T09:00:00                     | 2026-12-03T09:00",
        "march 3rd at ten                        | 2027-03-03T10:00",
        "november 19 at two                      | 2027-11-19T14:00",
        "november 20 at nine                     | 2027-11-20T09:00",
        "february 28th 2027 at one               | 2027-02-28T13:00",
        "may third twenty twenty seven at ten    | 2027-05-03T10:00",
        "Thursday the 3rd of December at ten     | 2026-12-03T10:00",
        "Thursday, December 3rd, at 2:30 p.m.    | 2026-12-03T14:30",
        "thursday the third at ten               | 2026-12-03T10:00",
        "tomorrow, saturday, at ten              | 2026-11-21T10:00",
        // Times
        "tomorrow at half past two               | 2026-11-21T14:30",
        "tomorrow at half two                    | 2026-11-21T14:30",
        "tomorrow at quarter to nine             | 2026-11-21T08:45",
        "tomorrow at a quarter past one          | 2026-11-21T13:15",
        "tomorrow at a quarter of four           | 2026-11-21T15:45",
        "tomorrow at ten to nine                 | 2026-11-21T08:50",
        "tomorrow at twenty past four            | 2026-11-21T16:20",
        "tomorrow at seven minutes after three   | 2026-11-21T15:07",
        "tomorrow at five to twelve              | 2026-11-21T11:55",
        "tomorrow at quarter to one              | 2026-11-21T12:45",
        "tomorrow at quarter to noon             | 2026-11-21T11:45",
        "tomorrow at ten o'clock                 | 2026-11-21T10:00",
        "tomorrow at three o clock               | 2026-11-21T15:00",
        "tomorrow in the morning at ten          | 2026-11-21T10:00",
        "tomorrow at two thirty in the afternoon | 2026-11-21T14:30",
        "tomorrow at six in the morning          | 2026-11-21T06:00",
        "tomorrow at six am                      | 2026-11-21T06:00",
        "tomorrow at seven in the evening        | 2026-11-21T19:00",
        "tomorrow at nine at night               | 2026-11-21T21:00",
        "tomorrow at 14:30                       | 2026-11-21T14:30",
        "tomorrow at fourteen thirty             | 2026-11-21T14:30",
        "tomorrow at fourteen hundred hours      | 2026-11-21T14:00",
        "tomorrow at 2:30                        | 2026-11-21T14:30",
        "tomorrow at 02:30                       | 2026-11-21T02:30",
        "tomorrow at 02:30 pm                    | 2026-11-21T14:30",
        "tomorrow at 2.30pm                      | 2026-11-21T14:30",
        "tomorrow at two oh five                 | 2026-11-21T14:05",
        "tomorrow at eleven forty five           | 2026-11-21T11:45",
        "tomorrow at 3p.m.                       | 2026-11-21T15:00",
        "tomorrow at 12                          | 2026-11-21T12:00",
        "tomorrow at twelve thirty               | 2026-11-21T12:30",
        "tomorrow at 12 am                       | 2026-11-21T00:00",
        "tomorrow at 12 pm                       | 2026-11-21T12:00",
        "tomorrow at midnight                    | 2026-11-22T00:00",
        "tomorrow at seven                       | 2026-11-21T07:00",
        "tomorrow at six                         | 2026-11-21T18:00",
        // Words around it, and second thoughts
        "um, could you maybe come on Thursday, say, at two? | 2026-11-26T14:00",
        "Good morning! I'd like to come in tomorrow at two please | 2026-11-21T14:00",
        "good afternoon, is tomorrow at 10 free  | 2026-11-21T10:00",
        "one second... let me see, tuesday at 4  | 2026-11-24T16:00",
        "I am free on monday at eleven           | 2026-11-23T11:00",
        "a table for four people tomorrow at seven pm | 2026-11-21T19:00",
        "the two of us could do monday at 3      | 2026-11-23T15:00",
        "to 12 Main Street tomorrow at 2 pm      | 2026-11-21T14:00",
        "may I come on monday at nine            | 2026-11-23T09:00",
        "Tuesday, no, Wednesday at ten           | 2026-11-25T10:00",
        "wednesday at two, sorry, at three       | 2026-11-25T15:00",
        "wednesday at two, actually three        | 2026-11-25T15:00",
        "Friday instead of Thursday, at noon     | 2026-11-20T12:00",
        "not Thursday, Wednesday at noon         | 2026-11-25T12:00",
        "TOMORROW AT TEN                         | 2026-11-21T10:00",
      })
  void aPhraseMeansAMoment(String phrase, LocalDateTime expected) {
    assertThat(SpokenTime.understand(phrase, FRIDAY_AT_TEN))
        .isEqualTo(new SpokenTime.Moment(expected.atZone(FRIDAY_AT_TEN.getZone())));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``                                | On which day, and at what time?",
        "I need an appointment             | On which day, and at what time?",
        "as soon as possible               | On which day, and at what time?",
        "in the morning                    | On which day, and at what time?",
        "today                             | At what time today?",
        "tomorrow                          | At what time tomorrow?",
        "tomorrow morning                  | At what time tomorrow morning?",
        "tonight                           | At what time tonight?",
        "this afternoon                    | At what time this afternoon?",
        "Thursday                          | At what time on Thursday?",
        "on thursday in the afternoon      | At what time on Thursday afternoon?",
        "thursday after three              | At what time on Thursday?",
        "thursday after 3 pm               | At what time on Thursday?",
        "thursday between two and four     | At what time on Thursday?",
        "thursday between 2 pm and 4 pm    | At what time on Thursday?",
        "thursday from two to four         | At what time on Thursday?",
        "thursday before noon              | At what time on Thursday?",
        "the 3rd of December               | At what time on Thursday 3 December?",
        "at ten                            | On which day at 10 AM?",
        "half past two                     | On which day at 2:30 PM?",
        "noon                              | On which day at noon?",
        "next week                         | On which day next week?",
        "next week at three                | On which day next week at 3 PM?",
        "some time next month              | On which day next month?",
        "this weekend                      | On which day this weekend?",
        "Tuesday or Wednesday at ten       | On Tuesday 24 November or on Wednesday 25 November?",
        "thursday at two or three          | At 2 PM or at 3 PM?",
        "thursday, two or three pm         | At 2 PM or at 3 PM?",
        "Friday the 3rd of December at ten | On Friday 20 November or on Thursday 3 December?",
        "february 30th at ten              | That day is not in the calendar. Which day do you"
            + " mean?",
        "february 29th at ten              | That day is not in the calendar. Which day do you"
            + " mean?",
        "2026-13-41 at ten                 | That day is not in the calendar. Which day do you"
            + " mean?",
        "45/45 at ten                      | That day is not in the calendar. Which day do you"
            + " mean?",
        "2026-11-02 at ten                 | Monday 2 November has passed. Which other day suits"
            + " you?",
        "today at 9 am                     | 9 AM today has passed. Which other time suits you?",
        "this morning at nine              | 9 AM today has passed. Which other time suits you?",
      })
  void whatIsMissingOrImpossibleIsAskedBack(String phrase, String question) {
    assertThat(SpokenTime.understand(phrase, FRIDAY_AT_TEN))
        .isEqualTo(new SpokenTime.Unclear(question));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-11-20T10:00 | Europe/London       | 12/3 at 2               | 2027-03-12T14:00Z",
        "2026-11-20T10:00 | Australia/Sydney    | 12/3 at 2               | 2027-03-12T03:00Z",
        "2026-11-20T10:00 | Pacific/Honolulu    | 12/3 at 2               | 2026-12-04T00:00Z",
        "2027-03-13T10:00 | America/New_York    | tomorrow at ten         | 2027-03-14T14:00Z",
        "2027-03-13T10:00 | America/New_York    | today at ten pm         | 2027-03-14T03:00Z",
        "2027-03-14T01:30 | America/New_York    | in an hour              | 2027-03-14T07:30Z",
        "2027-03-14T01:30 | America/New_York    | today at 3 am           | 2027-03-14T07:00Z",
        "2026-10-31T10:00 | America/New_York    | tomorrow at 1:30 am, the first time  |"
            + " 2026-11-01T05:30Z",
        "2026-10-31T10:00 | America/New_York    | 1:30 am tomorrow, the second time    |"
            + " 2026-11-01T06:30Z",
        "2026-10-31T10:00 | America/New_York    | tomorrow 1:30 am, after the clocks change |"
            + " 2026-11-01T06:30Z",
        "2026-10-31T10:00 | America/New_York    | november first at 1:30 am, daylight time |"
            + " 2026-11-01T05:30Z",
        "2026-11-01T01:45 | America/New_York    | today at 1:30 am        | 2026-11-01T06:30Z",
        "2026-10-31T10:00 | America/New_York    | tomorrow at 2 am        | 2026-11-01T07:00Z",
        "2026-10-31T10:00 | America/New_York    | sunday at noon          | 2026-11-01T17:00Z",
        "2026-10-24T10:00 | Europe/Berlin       | tomorrow at 2:30 am, winter time |"
            + " 2026-10-25T01:30Z",
        "2026-10-24T10:00 | Europe/Berlin       | tomorrow at 3 am        | 2026-10-25T02:00Z",
        "2026-10-24T10:00 | Europe/Berlin       | monday at three         | 2026-10-26T14:00Z",
        "2027-04-03T10:00 | Australia/Lord_Howe | tomorrow at 1:45 am, the earlier one |"
            + " 2027-04-03T14:45Z",
        "2026-12-31T23:30 | America/New_York    | tomorrow at ten         | 2027-01-01T15:00Z",
        "2026-12-31T23:30 | America/New_York    | the 1st at ten          | 2027-01-01T15:00Z",
        "2028-02-28T10:00 | America/New_York    | tomorrow at ten         | 2028-02-29T15:00Z",
        "2028-02-01T10:00 | America/New_York    | february 29th at ten    | 2028-02-29T15:00Z",
        "2027-01-31T10:00 | America/New_York    | the 30th at ten         | 2027-03-30T14:00Z",
        "2026-11-22T10:00 | America/New_York    | sunday at nine          | 2026-11-29T14:00Z",
      })
  void theBusinesssClockCounts(LocalDateTime now, String zone, String phrase, String instant) {
    var understood = SpokenTime.understand(phrase, now.atZone(ZoneId.of(zone)));

    assertThat(understood)
        .isInstanceOfSatisfying(
            SpokenTime.Moment.class,
            moment ->
                assertThat(moment.at().toInstant())
                    .isEqualTo(ZonedDateTime.parse(instant).toInstant()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "2027-03-13T10:00 | America/New_York    | tomorrow at 2:30 am   | There is no 2:30 AM"
            + " tomorrow, because the clocks go forward. Which other time suits you?",
        "2027-03-10T10:00 | America/New_York    | sunday at 02:00       | There is no 2 AM on"
            + " Sunday, because the clocks go forward. Which other time suits you?",
        "2027-03-27T10:00 | Europe/Berlin       | tomorrow at 2:15 am   | There is no 2:15 AM"
            + " tomorrow, because the clocks go forward. Which other time suits you?",
        "2026-10-03T10:00 | Australia/Lord_Howe | tomorrow at 2:15 am   | There is no 2:15 AM"
            + " tomorrow, because the clocks go forward. Which other time suits you?",
      })
  void aTimeThatTheClocksSkipIsAskedBack(
      LocalDateTime now, String zone, String phrase, String question) {
    assertThat(SpokenTime.understand(phrase, now.atZone(ZoneId.of(zone))))
        .isEqualTo(new SpokenTime.Unclear(question));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "2026-10-31T10:00 | America/New_York    | tomorrow at 1:30 am   | The clocks go back"
            + " tomorrow, so it is 1:30 AM twice. Do you mean the first time, or the second time?",
        "2026-10-24T10:00 | Europe/Berlin       | on the 25th at 2 am   | The clocks go back"
            + " tomorrow, so it is 2 AM twice. Do you mean the first time, or the second time?",
        "2026-10-28T10:00 | America/New_York    | sunday at 01:00       | The clocks go back on"
            + " Sunday, so it is 1 AM twice. Do you mean the first time, or the second time?",
        "2027-04-03T10:00 | Australia/Lord_Howe | tomorrow at 1:45 am   | The clocks go back"
            + " tomorrow, so it is 1:45 AM twice. Do you mean the first time, or the second time?",
      })
  void aTimeThatTheClocksShowTwiceIsAskedBack(
      LocalDateTime now, String zone, String phrase, String question) {
    assertThat(SpokenTime.understand(phrase, now.atZone(ZoneId.of(zone))))
        .isEqualTo(new SpokenTime.Unclear(question));
  }

  @Property
  void nothingThatIsSaidBreaksIt(@ForAll @StringLength(max = 200) String phrase) {
    assertThatCode(() -> SpokenTime.understand(phrase, FRIDAY_AT_TEN)).doesNotThrowAnyException();
  }
}
