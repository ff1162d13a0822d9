package io.frontdesk.sandbox.twilio;

import io.frontdesk.sandbox.twilio.Webhooks.Question;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tells what a document wants to know of a leg that it dialled.
/// Source: https://www.twilio.com/docs/voice/twiml/number#statuscallback
final class LegCallbacks {
  private final Here here;
  private final Verb.@Nullable Callback callback;
  private final Set<String> wanted;
  private final @Nullable String url;
  private int sequence;

  /// @param base what a relative URL is resolved against
  LegCallbacks(Here here, Verb.Called number, @Nullable String base) throws CallFault {
    this.here = here;
    callback = number.statusCallback();
    wanted = number.statusEvents();
    url = callback == null ? null : Verbs.resolve(base, callback.url());
  }

  /// Something has become of the leg.
  ///
  /// @param event as the document names it
  /// @param status as the fields tell it
  void tell(String event, String status) {
    if (callback == null || url == null || !wanted.contains(event)) {
      return;
    }
    var now = here.network().clock().instant();
    var call = here.file().call();
    Map<String, String> fields = CallFields.progress(call, now, sequence++);
    fields.put("CallStatus", status);
    if (status.equals("failed")) {
      fields.put("SipResponseCode", "404");
    }
    here.file().tell(new Question("leg_status", url, callback.method(), fields));
  }
}
