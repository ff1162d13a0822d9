package io.frontdesk.sandbox.twilio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import java.util.stream.Stream;

/// All records of one kind, each in a JSON file of its own that is replaced as a whole, so that a
/// crash leaves either the old record or the new one. Safe for many threads.
final class Shelf<T> {
  private static final String SUFFIX = ".json";

  private final Path folder;
  private final Function<T, String> sidOf;
  private final ConcurrentSkipListMap<String, T> records = new ConcurrentSkipListMap<>();
  private int most = Integer.MAX_VALUE;
  private Comparator<T> age = Comparator.comparing(record -> "");
  private Filter<T> mayGo = record -> false;

  private Shelf(Path folder, Function<T, String> sidOf) {
    this.folder = folder;
    this.sidOf = sidOf;
  }

  /// The records that the folder holds; a folder that does not exist yet is made.
  ///
  /// @throws UnreadableData if a file in it is not such a record
  static <T> Shelf<T> open(Path folder, Class<T> kind, Function<T, String> sidOf) {
    var shelf = new Shelf<T>(folder, sidOf);
    try {
      Files.createDirectories(folder);
      try (var files = Files.list(folder)) {
        for (var file : files.filter(f -> f.toString().endsWith(SUFFIX)).toList()) {
          var record = read(file, kind);
          shelf.records.put(sidOf.apply(record), record);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return shelf;
  }

  private static <T> T read(Path file, Class<T> kind) throws IOException {
    try {
      return Json.MAPPER.readValue(Files.readString(file), kind);
    } catch (IOException e) {
      throw new UnreadableData(file, e);
    }
  }

  /// Keeps at most so many records: the oldest that may go makes room for a new one.
  <U extends Comparable<U>> Shelf<T> keeping(int number, Function<T, U> time, Filter<T> removable) {
    most = number;
    age = Comparator.comparing(time);
    mayGo = removable;
    return this;
  }

  Optional<T> find(String sid) {
    return Optional.ofNullable(records.get(sid));
  }

  Stream<T> all() {
    return records.values().stream();
  }

  /// All records that pass, newest first by the time given.
  <U extends Comparable<U>> List<T> newestFirst(Function<T, U> time, Iterable<Filter<T>> filters) {
    var matching = all();
    for (var filter : filters) {
      matching = matching.filter(filter::accepts);
    }
    return matching.sorted(Comparator.comparing(time).reversed()).toList();
  }

  /// Which records are asked for.
  @FunctionalInterface
  interface Filter<T> {
    boolean accepts(T record);
  }

  synchronized T put(T record) {
    var sid = sidOf.apply(record);
    if (records.size() >= most && !records.containsKey(sid)) {
      all().filter(mayGo::accepts).min(age).map(sidOf).ifPresent(this::remove);
    }
    write(folder.resolve(sid + SUFFIX), Json.write(record));
    records.put(sid, record);
    return record;
  }

  synchronized void remove(String sid) {
    try {
      Files.deleteIfExists(folder.resolve(sid + SUFFIX));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    records.remove(sid);
  }

  private static void write(Path file, String json) {
    var fresh = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.writeString(fresh, json);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
