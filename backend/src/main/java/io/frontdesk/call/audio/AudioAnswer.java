package io.frontdesk.call.audio;

import io.frontdesk.web.RequestException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.types.files.StreamedFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// A WAVE file, as it is sent: all of it or the part that is asked for, never read into memory as a
/// whole. What it is named by never sounds different, so whoever knows it needs it no more.
///
/// @param tag names the sound; sound of another name is other sound
/// @param bytes how long the file is
/// @param source reads it
public record AudioAnswer(String tag, long bytes, Source source) {
  private static final MediaType WAVE = MediaType.of("audio/wav");

  /// Something to read from.
  @FunctionalInterface
  public interface Source {
    /// Reads from the byte of this index on.
    InputStream from(long first) throws IOException;
  }

  /// What is in memory.
  public static AudioAnswer of(String tag, byte[] wave) {
    return new AudioAnswer(
        tag,
        wave.length,
        first -> new ByteArrayInputStream(wave, (int) first, wave.length - (int) first));
  }

  /// What is on disk.
  public static AudioAnswer of(String tag, Path file, long bytes) {
    return new AudioAnswer(tag, bytes, first -> open(file, first));
  }

  private static InputStream open(Path file, long first) throws IOException {
    // Closed with the stream.
    return Channels.newInputStream(FileChannel.open(file, StandardOpenOption.READ).position(first));
  }

  /// The answer to `request`: 200, 206 or 304.
  ///
  /// @throws RequestException.NoSuchRange if a part is asked for that is not there
  public MutableHttpResponse<?> to(HttpRequest<?> request) {
    String etag = '"' + tag + '"';
    if (etag.equals(request.getHeaders().get(HttpHeaders.IF_NONE_MATCH))) {
      return described(HttpResponse.notModified(), etag);
    }
    if (request.getMethod() == HttpMethod.HEAD) {
      return described(HttpResponse.ok().contentType(WAVE).contentLength(bytes), etag);
    }
    Optional<ByteRange> part = asked(request, etag);
    if (part.filter(ByteRange::isEmpty).isPresent()) {
      throw new RequestException.NoSuchRange(bytes);
    }
    ByteRange range = part.orElse(new ByteRange(0, bytes));
    MutableHttpResponse<?> response =
        part.isPresent()
            ? HttpResponse.status(HttpStatus.PARTIAL_CONTENT)
                .header(HttpHeaders.CONTENT_RANGE, range.of(bytes))
            : HttpResponse.ok();
    return described(response.body(body(range)), etag);
  }

  /// A part is sent only of what the other side already has a part of.
  private Optional<ByteRange> asked(HttpRequest<?> request, String etag) {
    String known = request.getHeaders().get(HttpHeaders.IF_RANGE);
    boolean looks = known == null || known.equals(etag);
    return Optional.ofNullable(request.getHeaders().get(HttpHeaders.RANGE))
        .filter(_ -> looks)
        .flatMap(header -> ByteRange.asked(header, bytes));
  }

  private StreamedFile body(ByteRange range) {
    try {
      return new StreamedFile(
          new Limited(source.from(range.first()), range.length()), WAVE, 0, range.length());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MutableHttpResponse<?> described(MutableHttpResponse<?> response, String etag) {
    return response
        .header(HttpHeaders.ETAG, etag)
        .header(HttpHeaders.ACCEPT_RANGES, "bytes")
        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache");
  }
}
