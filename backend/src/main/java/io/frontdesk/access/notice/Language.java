package io.frontdesk.access.notice;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.frontdesk.web.WireName;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import org.jspecify.annotations.Nullable;

/// A language that Frontdesk writes to people in: those of the pages.
@TypeDef(type = DataType.STRING, converter = WireName.class)
public enum Language {
  @JsonProperty("en")
  EN,
  @JsonProperty("es")
  ES,
  @JsonProperty("de")
  DE;

  public Locale locale() {
    return Locale.of(name().toLowerCase(Locale.ROOT));
  }

  /// The one that suits best.
  ///
  /// @param accepted as a browser's `Accept-Language`; English if it names none of ours
  public static Language of(@Nullable String accepted) {
    if (accepted == null) {
      return EN;
    }
    try {
      var ours = List.of(EN.locale(), ES.locale(), DE.locale());
      Locale best = Locale.lookup(LanguageRange.parse(accepted), ours);
      return best == null ? EN : valueOf(best.getLanguage().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unreadable) {
      return EN;
    }
  }
}
