package io.frontdesk.sandbox.twilio;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.sandbox.twilio.FictionalNumbers.Kind;
import io.frontdesk.sandbox.wire.Request;
import io.frontdesk.sandbox.wire.Response;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/// `/IncomingPhoneNumbers`: numbers are bought, told what to ask when they ring, and given back.
/// Source: https://www.twilio.com/docs/phone-numbers/api/incomingphonenumber-resource
final class NumberResource {
  private final Accounts accounts;
  private final Numbers numbers;
  private final InstantSource clock;

  NumberResource(RestApi api, Accounts accounts, Numbers numbers, InstantSource clock) {
    this.accounts = accounts;
    this.numbers = numbers;
    this.clock = clock;
    api.serve("GET", "/IncomingPhoneNumbers.json", this::list)
        .serve("POST", "/IncomingPhoneNumbers.json", this::buy)
        .serve(
            "GET",
            "/IncomingPhoneNumbers/{sid}.json",
            (account, request) -> RestApi.ok(json(find(account, request))))
        .serve("POST", "/IncomingPhoneNumbers/{sid}.json", this::update)
        .serve("DELETE", "/IncomingPhoneNumbers/{sid}.json", this::release);
  }

  private Response list(Account account, Request request) {
    var phoneNumber = request.query("PhoneNumber");
    var friendlyName = request.query("FriendlyName");
    var found =
        numbers.of(account).stream()
            .filter(n -> phoneNumber.isEmpty() || n.phoneNumber().contains(phoneNumber.get()))
            .filter(n -> friendlyName.isEmpty() || n.friendlyName().equals(friendlyName.get()))
            .toList();
    return ListPage.of(
        request,
        "incoming_phone_numbers",
        Set.of("PhoneNumber", "FriendlyName"),
        found,
        NumberResource::json);
  }

  private Response buy(Account account, Request request) {
    var phoneNumber = chosen(request);
    var form = new NumberForm(request);
    var number = form.applyTo(NumberForm.blank(account, phoneNumber, clock.instant()));
    return RestApi.created(json(numbers.rent(number)));
  }

  private String chosen(Request request) {
    var phoneNumber = request.form("PhoneNumber");
    if (phoneNumber.isPresent()) {
      return FictionalNumbers.offered(phoneNumber.get())
          .orElseThrow(
              () ->
                  RestError.invalid(
                      21422,
                      phoneNumber.get()
                          + " is not available: the stand-in sells fictional numbers only"))
          .number();
    }
    var areaCode = RestApi.required(request, "AreaCode", 21421);
    return FictionalNumbers.search("US", Kind.LOCAL, Optional.of(areaCode))
        .filter(offer -> !numbers.isTaken(offer.number()))
        .findFirst()
        .orElseThrow(
            () -> RestError.invalid(21452, "No numbers are available in area code " + areaCode))
        .number();
  }

  private Response update(Account account, Request request) {
    var number = new NumberForm(request).applyTo(find(account, request));
    var newOwner = request.form("AccountSid");
    if (newOwner.isPresent()) {
      number = NumberForm.moved(number, relative(account, newOwner.get()));
    }
    return RestApi.ok(json(numbers.save(NumberForm.touched(number, clock.instant()))));
  }

  /// An account of the same owner.
  private Account relative(Account account, String sid) {
    return accounts
        .find(sid)
        .filter(other -> other.isActive() && other.owner().equals(account.owner()))
        .orElseThrow(() -> RestError.invalid(20001, "AccountSid is invalid: " + sid));
  }

  private Response release(Account account, Request request) {
    numbers.release(find(account, request));
    return Response.empty(204);
  }

  private IncomingNumber find(Account account, Request request) {
    return numbers
        .bySid(request.pathParameter("sid"))
        .filter(number -> number.accountSid().equals(account.sid()))
        .orElseThrow(() -> RestError.notFound(request.path()));
  }

  private static JsonNode json(IncomingNumber number) {
    var json =
        Json.object()
            .put("sid", number.sid())
            .put("account_sid", number.accountSid())
            .put("phone_number", number.phoneNumber())
            .put("friendly_name", number.friendlyName())
            .put("voice_url", number.voice().url())
            .put("voice_method", number.voice().method())
            .put("voice_fallback_url", number.voiceFallback().url())
            .put("voice_fallback_method", number.voiceFallback().method())
            .put("voice_caller_id_lookup", number.voiceCallerIdLookup())
            .put("voice_application_sid", number.voiceApplicationSid())
            .put("voice_receive_mode", "voice")
            .put("sms_url", number.sms().url())
            .put("sms_method", number.sms().method())
            .put("sms_fallback_url", number.smsFallback().url())
            .put("sms_fallback_method", number.smsFallback().method())
            .put("sms_application_sid", number.smsApplicationSid())
            .put("status_callback", number.statusCallback().url())
            .put("status_callback_method", number.statusCallback().method())
            .put("address_sid", number.addressSid())
            .put("bundle_sid", number.bundleSid())
            .put("address_requirements", "none")
            .put("emergency_status", "Inactive")
            .put("api_version", RestApi.VERSION)
            .put("beta", false)
            .put("origin", "twilio")
            .put("status", "in-use")
            .put("date_created", RestApi.time(number.createdAt()))
            .put("date_updated", RestApi.time(number.updatedAt()))
            .put("uri", RestApi.uri(number.accountSid(), "/IncomingPhoneNumbers/" + number.sid()));
    json.putNull("trunk_sid").putNull("identity_sid").putNull("emergency_address_sid");
    json.putObject("capabilities")
        .put("voice", true)
        .put("sms", true)
        .put("mms", true)
        .put("fax", false);
    return json;
  }
}
