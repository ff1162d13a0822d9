package io.frontdesk.voice;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.frontdesk.phonenumber.PhoneNumbers;
import io.frontdesk.receptionist.PublishedReceptionist;
import io.frontdesk.receptionist.Receptionists;
import io.frontdesk.tenancy.E164;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.twilio.TwilioRequest;
import io.frontdesk.twilio.Twiml;
import jakarta.inject.Singleton;
import java.util.Optional;

/// What callers are told who cannot be talked with any longer, in the language of the business that
/// they called.
@Singleton
class Apologies {
  private final PhoneNumbers numbers;
  private final Receptionists receptionists;
  private final Tenancy tenancy;

  /// How each number is answered, as far as we know by heart: most is to be apologised for while
  /// the database is away.
  private final Cache<E164, DoorWords> known = Caffeine.newBuilder().maximumSize(10_000).build();

  Apologies(PhoneNumbers numbers, Receptionists receptionists, Tenancy tenancy) {
    this.numbers = numbers;
    this.receptionists = receptionists;
    this.tenancy = tenancy;
  }

  /// The words of whoever answers this number, which are known by heart from now on.
  DoorWords of(E164 number, PublishedReceptionist receptionist) {
    var words = DoorWords.of(receptionist.config());
    known.put(number, words);
    return words;
  }

  /// The words of whoever answers the number that was called; in English if we do not know them by
  /// heart.
  DoorWords of(TwilioRequest request) {
    return request
        .to()
        .flatMap(to -> Optional.ofNullable(known.getIfPresent(to)))
        .orElse(DoorWords.ENGLISH);
  }

  /// The last thing to say when nothing else works. Looks nothing up.
  String sorry(TwilioRequest request) {
    DoorWords words = of(request);
    return Twiml.sayAndHangUp(words.sorry(), words.language());
  }

  /// The same where another instance may have answered the call, so that the language is to be
  /// looked up.
  String sorry(TenantId tenant, TwilioRequest request) {
    request
        .to()
        .filter(to -> known.getIfPresent(to) == null)
        .flatMap(to -> tenancy.run(tenant, () -> numbers.findByTenantIdAndNumber(tenant, to)))
        .ifPresent(
            number ->
                of(number.number(), receptionists.answering(tenant, number.receptionistId())));
    return sorry(request);
  }
}
