package io.frontdesk.database;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import io.micronaut.core.type.Argument;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.data.model.JsonDataType;
import io.micronaut.data.runtime.mapper.ResultReader;
import io.micronaut.data.runtime.mapper.sql.SqlJsonColumnReader;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.ResultSet;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Reads columns of JSON, and makes of the same text the same record: who answers, with what hours
/// and limits, is read several times for each call, changes seldom, and cost more to make of its
/// text than to fetch.
@Singleton
final class RememberedJson implements SqlJsonColumnReader<ResultSet> {
  /// What is remembered takes a few times as much.
  private static final long MOST_LETTERS = 2 << 20;

  /// What is erased from the database is not kept here for longer.
  private static final Duration SEEN_WITHIN = Duration.ofMinutes(10);

  private static final String NULL = "null";

  private final JsonMapper json;
  private final Cache<Text, Object> remembered =
      Caffeine.newBuilder()
          .maximumWeight(MOST_LETTERS)
          .expireAfterAccess(SEEN_WITHIN)
          .scheduler(Scheduler.systemScheduler()) // also where nobody asks for anything
          .weigher((Text text, Object _) -> text.json.length())
          .build();

  RememberedJson(JsonMapper json) {
    this.json = json;
  }

  private record Text(Class<?> type, String json) {}

  @Override
  public JsonMapper getJsonMapper() {
    return json;
  }

  @Override
  public <T> @Nullable T readJsonColumn(
      ResultReader<ResultSet, String> reader,
      ResultSet row,
      String column,
      JsonDataType type,
      Argument<T> argument) {
    // Nobody changes a record; of a map or a tree each reader has its own.
    if (!argument.getType().isRecord()) {
      return SqlJsonColumnReader.super.readJsonColumn(reader, row, column, type, argument);
    }
    String text = reader.readString(row, column);
    if (text == null || text.isEmpty() || text.equals(NULL)) {
      return null;
    }
    return argument
        .getType()
        .cast(
            remembered.get(
                new Text(argument.getType(), text), it -> read(it.json, column, argument)));
  }

  private <T> T read(String text, String column, Argument<T> argument) {
    try {
      return json.readValue(text, argument);
    } catch (IOException e) {
      throw new DataAccessException("The JSON in " + column + " cannot be read.", e);
    }
  }
}
