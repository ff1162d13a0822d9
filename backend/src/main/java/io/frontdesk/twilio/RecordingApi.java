package io.frontdesk.twilio;

import com.twilio.exception.ApiException;
import com.twilio.http.HttpMethod;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Recording;
import io.frontdesk.tenancy.TenantId;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// Recordings in a tenant's own account at Twilio. What Twilio refuses is thrown as a
/// [io.frontdesk.web.RequestException]; if it does not answer, that is `UpstreamFailed`.
/// Source: https://www.twilio.com/docs/voice/api/recording
@Singleton
public class RecordingApi {
  private static final int NOT_IN_PROGRESS = 21220;
  private static final List<String> TOLD = List.of("in-progress", "completed", "absent");

  private final TwilioClients clients;
  private final RecordingMedia media;

  RecordingApi(TwilioClients clients, RecordingMedia media) {
    this.clients = clients;
    this.media = media;
  }

  /// A recording as Twilio has it.
  ///
  /// @param status in Twilio's words
  /// @param durationS null until it has ended
  public record Held(String sid, String status, @Nullable Integer durationS) {}

  /// Begins to record a call, both parties on a channel of their own.
  ///
  /// @param told is asked how it stands, as it changes
  /// @return empty if the call does not go on
  /// @throws Unanswered if nobody knows whether it has begun
  public Optional<Held> start(TenantId tenant, String callSid, URI told) {
    TwilioRestClient client = TwilioErrors.answer(() -> clients.of(tenant));
    return TwilioErrors.answerOnce(
        () ->
            ifThere(
                () -> {
                  var begun =
                      com.twilio.rest.api.v2010.account.call.Recording.creator(callSid)
                          .setRecordingChannels("dual")
                          .setRecordingStatusCallback(told)
                          .setRecordingStatusCallbackMethod(HttpMethod.POST)
                          .setRecordingStatusCallbackEvent(TOLD)
                          .create(client);
                  return new Held(begun.getSid(), begun.getStatus().toString(), null);
                }));
  }

  /// The recording that was begun last by [#start] on this call.
  public Optional<Held> startedOn(TenantId tenant, String callSid) {
    TwilioRestClient client = TwilioErrors.answer(() -> clients.of(tenant));
    return TwilioErrors.answer(
        () ->
            StreamSupport.stream(
                    Recording.reader().setCallSid(callSid).read(client).spliterator(), false)
                .filter(found -> found.getSource() == Recording.Source.START_CALL_RECORDING_API)
                .map(RecordingApi::held)
                .findFirst());
  }

  /// How a recording stands; empty if there is none.
  public Optional<Held> find(TenantId tenant, String sid) {
    TwilioRestClient client = TwilioErrors.answer(() -> clients.of(tenant));
    return TwilioErrors.answer(() -> ifThere(() -> held(Recording.fetcher(sid).fetch(client))));
  }

  /// Fetches the sound of a recording, piece by piece.
  ///
  /// @throws RecordingMedia.NotFetched if it cannot be had as it should
  public void fetch(TenantId tenant, String sid, int channels, RecordingMedia.Sink into) {
    media.fetch(tenant, sid, channels, into);
  }

  /// Deletes a recording, and its sound; done already, it is done.
  public void delete(TenantId tenant, String sid) {
    TwilioRestClient client = TwilioErrors.answer(() -> clients.of(tenant));
    TwilioErrors.answer(() -> ifThere(() -> Recording.deleter(sid).delete(client)));
  }

  private static Held held(Recording found) {
    return new Held(found.getSid(), found.getStatus().toString(), seconds(found.getDuration()));
  }

  /// Twilio writes -1 while it goes on.
  private static @Nullable Integer seconds(@Nullable String told) {
    return told == null || !told.matches("\\d{1,9}") ? null : Integer.valueOf(told);
  }

  private static <T> Optional<T> ifThere(Supplier<T> request) {
    try {
      return Optional.of(request.get());
    } catch (ApiException e) {
      if (TwilioErrors.is(e, TwilioErrors.NOT_FOUND) || TwilioErrors.is(e, NOT_IN_PROGRESS)) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
