package io.frontdesk.sandbox.openai.mind;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The few sentences the mind has of its own, and the few it understands.
final class Phrases {
  static final String HELP = "How can I help you?";
  static final String ANYTHING_ELSE = "Is there anything else?";
  static final String NOT_CAUGHT = "Sorry, I did not catch that.";
  static final String STILL_THERE = "Are you still there?";
  static final String WAIT = "One moment, please.";
  static final String GOODBYE = "Thank you for calling. Goodbye.";
  static final String NOTED = "Thank you, I have noted that.";

  private static final int FEW_WORDS = 5;
  private static final Pattern GOODBYE_WORD = Pattern.compile("(?i)\\b(?:good ?bye|bye)\\b");
  private static final Pattern DONE =
      Pattern.compile(
          "(?i)\\b(?:that(?: i|['’])s (?:all|it|everything)|that(?: wi|['’])ll be (?:all|it)"
              + "|nothing (?:else|more)|no,? (?:thanks|thank you)"
              + "|(?:i['’]m|i am) (?:good|fine|done|all set)"
              + "|have a (?:nice|good|great) (?:day|evening|night|weekend|one))\\b");
  private static final Pattern REFUSAL =
      Pattern.compile(
          "(?i)^\\W*(?:no|nope|none|nothing|not really|not now|never mind|nevermind|skip(?: it)?"
              + "|i (?:don['’]t|do not) (?:know|have (?:one|any|that))|no idea"
              + "|(?:i['’]d )?rather not)\\b.*");
  private static final Pattern AGREEMENT =
      Pattern.compile(
          "(?i)^\\W*(?:yes|yeah|yep|sure|okay|ok|please|of course|certainly|hello|hi"
              + "|(?:i['’]m|i am) (?:still )?here)"
              + "(?:\\W+(?:please|actually|there is|i do|(?:i['’]m|i am) (?:still )?here))*\\W*$");

  private static final Pattern RIGHT =
      Pattern.compile(
          "(?i)^\\W*(?:(?:yes|yeah|yep)\\b.*|(?:that(?: i|['’])s"
              + " )?(?:right|correct|it|exactly)\\W*)$");

  private static final Pattern PARDON =
      Pattern.compile(
          "(?i)\\b(?:say that again|repeat that|repeat it|come again|what was that|pardon"
              + "|(?:didn['’]t|did not|couldn['’]t) (?:hear|catch|get|understand)"
              + "|can you hear me|are you (?:still )?there|(?:anyone|anybody|somebody) there)\\b");

  private static final Pattern OFFER =
      Pattern.compile("(?i)\\bhow about (?<first>[^?]+?)(?:,? or [^?]+)?\\?");

  private Phrases() {}

  /// What the caller says, or for a mere "yes" to something offered, that: of several the first.
  static String meant(String text, String lastWords) {
    Matcher offer = OFFER.matcher(lastWords);
    return agreement(text) && offer.find() ? offer.group("first") : text;
  }

  /// Whether the caller wants to hear the last words again.
  static boolean pardon(String text) {
    return PARDON.matcher(text).find() && Words.count(text) <= 2 * FEW_WORDS;
  }

  /// Whether the caller says goodbye.
  static boolean goodbye(String text) {
    return GOODBYE_WORD.matcher(text).find();
  }

  /// Whether the caller says goodbye and nothing else: a longer sentence is rather an answer.
  static boolean onlyGoodbye(String text) {
    return goodbye(text) && Words.count(text) <= FEW_WORDS;
  }

  /// Whether the caller, asked if there is anything else, wants nothing more.
  static boolean nothingElse(String text) {
    return goodbye(text) || DONE.matcher(text).find() || refusal(text);
  }

  /// Whether the caller declines what was asked.
  static boolean refusal(String text) {
    return REFUSAL.matcher(text).matches();
  }

  /// Whether the caller says that something is right.
  static boolean agrees(String text) {
    return agreement(text) || RIGHT.matcher(text).matches();
  }

  /// Whether the caller only agrees, or only says that somebody is there.
  static boolean agreement(String text) {
    return AGREEMENT.matcher(text).matches();
  }
}
