package io.frontdesk.twilio;

import com.twilio.security.RequestValidator;
import io.frontdesk.tenancy.E164;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.RequestException;
import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Tells Twilio's requests from everybody else's.
/// Source: https://www.twilio.com/docs/usage/security#validating-requests
@Singleton
public class Signatures {
  private static final String HEADER = "X-Twilio-Signature";

  private final TwilioAccounts accounts;
  private final Signers known;
  private final WebhookUrls urls;
  private final boolean standIn;

  Signatures(
      TwilioAccounts accounts,
      Signers known,
      WebhookUrls urls,
      TwilioConfiguration configuration,
      @Property(name = "frontdesk.mode", defaultValue = "local") String mode) {
    this.accounts = accounts;
    this.known = known;
    this.urls = urls;
    this.standIn = mode.equals("local") && configuration.isStandIn();
  }

  /// What `form` says, now that its signature was found right. The account that it names chooses
  /// the token, so another tenant's signature does not fit.
  ///
  /// @throws RequestException.Forbidden if it is unsigned or wrongly signed
  public TwilioRequest verify(HttpRequest<?> request, TwilioForm form) {
    String sid = Optional.ofNullable(form.fields().get("AccountSid")).orElseThrow(Signatures::no);
    String signature = header(request).orElseThrow(Signatures::no);
    String url = urls.asked(request);
    // What a GET asks with is part of its address, which is signed as a whole.
    Map<String, String> signed = request.getMethod() == HttpMethod.GET ? Map.of() : form.fields();
    List<TwilioAccounts.Known> signers =
        known.of(sid).stream()
            .filter(
                account ->
                    new RequestValidator(account.authToken()).validate(url, signed, signature))
            .toList();
    return new TwilioRequest(sid, signer(signers, form).tenant(), form.fields(), standIn);
  }

  /// Whose request it is, of those whose token signed it. Businesses that share an account are told
  /// apart by the number.
  private TwilioAccounts.Known signer(List<TwilioAccounts.Known> signers, TwilioForm form) {
    if (signers.size() < 2) {
      return signers.stream().findFirst().orElseThrow(Signatures::no);
    }
    return Stream.of("To", "From")
        .flatMap(field -> Stream.ofNullable(form.fields().get(field)))
        .flatMap(number -> E164.of(number).stream())
        .flatMap(number -> accounts.ownerOf(number).stream())
        .flatMap(owner -> signers.stream().filter(signer -> owner.equals(signer.tenant())))
        .findFirst()
        .orElse(signers.getFirst());
  }

  /// The account of `tenant`, if it has signed the handshake of a media stream.
  ///
  /// @param path as it stood in the TwiML's address
  public Optional<String> signerOfHandshake(TenantId tenant, HttpRequest<?> request, String path) {
    return header(request)
        .flatMap(signature -> signer(accounts.of(tenant), signature, path))
        .map(TwilioAccounts.Known::sid);
  }

  private Optional<TwilioAccounts.Known> signer(
      TwilioAccounts.Known account, String signature, String path) {
    var validator = new RequestValidator(account.authToken());
    // Twilio signs the address as written; its documentation asks to try a trailing slash too.
    List<URI> spellings = List.of(urls.ofSocket(path), urls.of(path));
    return spellings.stream()
        .flatMap(url -> Stream.of(url.toString(), url + "/"))
        .filter(url -> validator.validate(url, Map.of(), signature))
        .findFirst()
        .map(_ -> account);
  }

  private static Optional<String> header(HttpRequest<?> request) {
    return Optional.ofNullable(request.getHeaders().get(HEADER));
  }

  private static RequestException.Forbidden no() {
    return new RequestException.Forbidden("This address takes requests that Twilio signed.");
  }
}
