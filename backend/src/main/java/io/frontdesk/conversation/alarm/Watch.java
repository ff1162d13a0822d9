package io.frontdesk.conversation.alarm;

import io.frontdesk.call.Urgency;
import io.frontdesk.receptionist.Escalation;
import io.frontdesk.receptionist.Law;
import io.frontdesk.receptionist.ReceptionistConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Listens for words from which something follows at once: a pure function from what a caller has
/// said to what is done. Danger to life comes first, then the business's own words, then anger.
public final class Watch {
  private final ReceptionistConfig receptionist;
  private final Law law;
  private final List<Post> posts;

  /// One thing that is listened for.
  ///
  /// @param denials words that say that it is not so; none where it is better to be told in vain
  /// @param times how many turns it takes
  private record Post(Alarm alarm, List<Phrase> phrases, Set<String> denials, int times) {
    boolean hears(String words) {
      return Phrase.clauses(words).stream()
          .anyMatch(clause -> phrases.stream().anyMatch(phrase -> phrase.isIn(clause, denials)));
    }

    /// Whether it is this turn that makes enough of them.
    boolean isRaisedBy(List<String> turns) {
      return hears(turns.getLast()) && turns.stream().filter(this::hears).count() == times;
    }
  }

  private Watch(ReceptionistConfig receptionist, Law law, List<Post> posts) {
    this.receptionist = receptionist;
    this.law = law;
    this.posts = List.copyOf(posts);
  }

  /// What a receptionist listens for.
  public static Watch of(ReceptionistConfig receptionist, Law law) {
    Escalation wanted = receptionist.escalation();
    var book = PhraseBook.in(receptionist.languages());
    Set<String> denials = book.denials();
    var posts = new ArrayList<Post>();
    posts.add(
        danger(book, "self_harm", Alarm.Kind.SELF_HARM, wanted.selfHarmText(), law.selfHarm()));
    posts.add(danger(book, "medical", Alarm.Kind.MEDICAL, wanted.medicalText(), law.medical()));
    Escalation.Emergency emergency = wanted.emergency();
    if (!emergency.words().isEmpty()) {
      var alarm =
          new Alarm(
              "emergency", Alarm.Kind.EMERGENCY, emergency.text(), onCall(receptionist, emergency));
      posts.add(new Post(alarm, phrases(emergency.words()), denials, 1));
    }
    for (int i = 0; i < wanted.rules().size(); i++) {
      Escalation.Rule rule = wanted.rules().get(i);
      var alarm =
          new Alarm(
              "rule_" + (i + 1),
              Alarm.Kind.RULE,
              rule.text(),
              connection(rule.target(), rule.words().getFirst(), Urgency.HIGH));
      posts.add(new Post(alarm, phrases(rule.words()), denials, 1));
    }
    Escalation.Anger anger = wanted.anger();
    if (anger.after() > 0) {
      String sorry = anger.target() == null ? law.sorry() : law.sorryConnecting();
      var alarm =
          new Alarm(
              "anger",
              Alarm.Kind.ANGER,
              sorry,
              connection(anger.target(), "A caller who is upset", Urgency.HIGH));
      posts.add(new Post(alarm, book.about("anger"), denials, anger.after()));
    }
    return new Watch(receptionist, law, posts);
  }

  /// This one, with what is not the business's own to say in another language.
  ///
  /// @param tag BCP 47, for example `es-MX`
  public Watch speaking(String tag) {
    return of(receptionist.speaking(tag), law.in(tag));
  }

  private static Post danger(
      PhraseBook book, String name, Alarm.Kind kind, @Nullable String own, String usual) {
    var alarm = new Alarm(name, kind, own == null ? usual : own, null);
    return new Post(alarm, book.about(name), Set.of(), 1);
  }

  private static Alarm.@Nullable Connection connection(
      @Nullable String to, String reason, Urgency urgency) {
    return to == null ? null : new Alarm.Connection(to, reason, urgency);
  }

  /// Somebody is rung, if there is anybody.
  private static Alarm.@Nullable Connection onCall(
      ReceptionistConfig receptionist, Escalation.Emergency emergency) {
    return receptionist.transferTargets().isEmpty()
        ? null
        : new Alarm.Connection(emergency.target(), "An emergency", Urgency.EMERGENCY);
  }

  private static List<Phrase> phrases(List<String> written) {
    return written.stream().map(Phrase::of).toList();
  }

  /// What follows from a caller's words.
  ///
  /// @param before what the caller said on this call before
  /// @return empty if nothing does, or it has followed already
  public Optional<Alarm> hears(List<String> before, String words) {
    List<String> turns = Stream.concat(before.stream(), Stream.of(words)).toList();
    return posts.stream().filter(post -> post.isRaisedBy(turns)).map(Post::alarm).findFirst();
  }
}
