package io.frontdesk.sandbox.twilio;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The numbers that accounts rent. A number belongs to one account at a time.
final class Numbers {
  private final Shelf<IncomingNumber> shelf;
  private final Map<String, String> sids = new ConcurrentHashMap<>();

  Numbers(Shelf<IncomingNumber> shelf) {
    this.shelf = shelf;
    shelf.all().forEach(number -> sids.put(number.phoneNumber(), number.sid()));
  }

  /// Rents a number.
  ///
  /// @throws RestError 21422 if somebody has it already
  synchronized IncomingNumber rent(IncomingNumber number) {
    if (isTaken(number.phoneNumber())) {
      throw RestError.invalid(21422, number.phoneNumber() + " is not available");
    }
    sids.put(number.phoneNumber(), number.sid());
    return shelf.put(number);
  }

  synchronized IncomingNumber save(IncomingNumber number) {
    if (shelf.find(number.sid()).isEmpty()) {
      throw RestError.notFound(number.sid());
    }
    return shelf.put(number);
  }

  synchronized void release(IncomingNumber number) {
    shelf.remove(number.sid());
    sids.remove(number.phoneNumber());
  }

  synchronized void releaseAll(Account account) {
    of(account).forEach(this::release);
  }

  boolean isTaken(String phoneNumber) {
    return sids.containsKey(phoneNumber);
  }

  Optional<IncomingNumber> find(String phoneNumber) {
    return Optional.ofNullable(sids.get(phoneNumber)).flatMap(shelf::find);
  }

  Optional<IncomingNumber> bySid(String sid) {
    return shelf.find(sid);
  }

  /// The account's numbers, newest first.
  List<IncomingNumber> of(Account account) {
    return shelf.newestFirst(
        IncomingNumber::createdAt, List.of(number -> number.accountSid().equals(account.sid())));
  }
}
