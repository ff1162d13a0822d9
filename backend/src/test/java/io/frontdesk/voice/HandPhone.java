package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.phonenumber.PhoneNumber;
import io.frontdesk.phonenumber.PhoneNumbers;
import io.frontdesk.sandbox.wire.Socket;
import io.frontdesk.sandbox.wire.SocketClient;
import io.frontdesk.sandbox.wire.SocketHandler;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import io.frontdesk.twilio.TwilioAccounts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Twilio's side of one call, every message written by hand.
final class HandPhone implements AutoCloseable {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final int FRAME = 160;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration WITHIN = Duration.ofSeconds(60);
  private static final Pattern STREAM =
      Pattern.compile("<Stream url=\"([^\"]+)\"|url=\"(ws[^\"]+)\"");

  private final SocketClient sockets = new SocketClient("hand-written phone");
  private final URI base;
  private final TwilioAccounts.Known account;
  private final PhoneNumber number;
  private final String callSid;
  private final List<JsonNode> received = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private Optional<Socket> stream = Optional.empty();
  private Optional<Wiretap> wire = Optional.empty();
  private int sequence = 1;
  private int playedMs;

  HandPhone(RunningService service, Owner owner) {
    base = URI.create("http://localhost:" + service.url().getPort());
    number =
        await()
            .until(
                () ->
                    service
                        .bean(Tenancy.class)
                        .run(
                            owner.tenant(),
                            () ->
                                service
                                    .bean(PhoneNumbers.class)
                                    .findByTenantIdOrderById(owner.tenant())),
                numbers -> !numbers.isEmpty())
            .getFirst();
    account = service.bean(TwilioAccounts.class).find(owner.tenant()).orElseThrow();
    callSid = "CA" + UUID.randomUUID().toString().replace("-", "");
  }

  /// The same call, of which a stream has ended.
  private HandPhone(HandPhone before) {
    base = before.base;
    number = before.number;
    account = before.account;
    callSid = before.callSid;
  }

  /// Asks what follows its stream, and opens the one that it is told to.
  HandPhone comesBack() {
    return comesBack("stream-ended");
  }

  /// Asks at this address what follows its stream, and opens the one that it is told to.
  HandPhone comesBack(String path) {
    var next = new HandPhone(this);
    next.opens(next.stream(next.webhook(path, Map.of()).body()));
    next.starts(callSid);
    return next;
  }

  /// An answer to a webhook.
  record Answer(int status, String body) {}

  String number() {
    return number.number().value();
  }

  String callSid() {
    return callSid;
  }

  /// Opens its streams through this wire.
  HandPhone over(Wiretap tap) {
    wire = Optional.of(tap);
    return this;
  }

  /// Sends a signed webhook about this call.
  Answer webhook(String path, Map<String, String> more) {
    return send(path, more, account.authToken());
  }

  /// Asks by a signed GET.
  Answer asks(String path) {
    URI url =
        base.resolve(
            "/api/v1/voice/%s?AccountSid=%s&CallSid=%s".formatted(path, account.sid(), callSid));
    return exchange(
        HttpRequest.newBuilder(url)
            .header("X-Twilio-Signature", signature(account.authToken(), url.toString())));
  }

  /// Sends a webhook signed with this token; unsigned if it is empty.
  Answer send(String path, Map<String, String> more, String token) {
    var fields = new TreeMap<String, String>();
    fields.put("AccountSid", account.sid());
    fields.put("CallSid", callSid);
    fields.put("CallStatus", "ringing");
    fields.put("From", "+12125550142");
    fields.put("To", number.number().value());
    fields.putAll(more);
    URI url = base.resolve("/api/v1/voice/" + path);
    String form =
        fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    var request =
        HttpRequest.newBuilder(url)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form));
    if (!token.isEmpty()) {
      String signed =
          fields.entrySet().stream()
              .map(field -> field.getKey() + field.getValue())
              .collect(Collectors.joining("", url.toString(), ""));
      request.header("X-Twilio-Signature", signature(token, signed));
    }
    return exchange(request);
  }

  private static Answer exchange(HttpRequest.Builder request) {
    try {
      var answer = HTTP.send(request.build(), BodyHandlers.ofString());
      return new Answer(answer.statusCode(), answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Rings, and says where the stream shall go.
  URI rings() {
    return stream(webhook("incoming", Map.of()).body());
  }

  private URI stream(String twiml) {
    Matcher url = STREAM.matcher(twiml);
    assertThat(url.find()).as(twiml).isTrue();
    return URI.create(Optional.ofNullable(url.group(1)).orElseGet(() -> url.group(2)));
  }

  /// Rings, opens the stream and begins it.
  HandPhone calls() {
    return calls(Map.of());
  }

  /// The same, where the first webhook says this besides.
  HandPhone calls(Map<String, String> more) {
    opens(stream(webhook("incoming", more).body()), account.authToken()).join();
    starts(callSid);
    return this;
  }

  HandPhone opens(URI url) {
    opens(url, account.authToken()).join();
    return this;
  }

  /// Opens a stream, signed as it should be.
  CompletableFuture<Socket> openingWith(URI url) {
    return opens(url, account.authToken());
  }

  /// Opens a stream, signed with this token.
  CompletableFuture<Socket> opens(URI url, String token) {
    return connects(url, Map.of("x-twilio-signature", signature(token, url.toString())));
  }

  /// Opens a stream as a browser does that shows a page of this origin.
  CompletableFuture<Socket> opensFrom(String origin, String path) {
    return connects(
        URI.create("ws" + base.resolve(path).toString().substring(4)), Map.of("Origin", origin));
  }

  private CompletableFuture<Socket> connects(URI url, Map<String, String> headers) {
    return sockets
        .connect(wire.map(tap -> through(tap, url)).orElse(url), headers, WITHIN, _ -> new Ear())
        .whenComplete((socket, _) -> stream = Optional.ofNullable(socket));
  }

  private static URI through(Wiretap tap, URI url) {
    return URI.create("ws://127.0.0.1:" + tap.port() + url.getRawPath());
  }

  void starts(String call) {
    starts(call, account.sid());
  }

  void starts(String call, String accountSid) {
    sends("{'event':'connected','protocol':'Call','version':'1.0.0'}");
    sends(
        """
        {'event':'start','sequenceNumber':'%d','streamSid':'MZ1','start':{'accountSid':'%s',\
        'streamSid':'MZ1','callSid':'%s','tracks':['inbound'],'mediaFormat':\
        {'encoding':'audio/x-mulaw','sampleRate':8000,'channels':1},'customParameters':{}}}\
        """
            .formatted(sequence++, accountSid, call));
  }

  /// 20 ms of the caller's audio, all samples alike.
  void speaks(int sample) {
    byte[] samples = new byte[FRAME];
    Arrays.fill(samples, (byte) sample);
    speaks(samples);
  }

  /// Says something, and nothing for a second.
  /// @param ulaw whole frames
  void says(byte[] ulaw) {
    for (int from = 0; from < ulaw.length; from += FRAME) {
      speaks(Arrays.copyOfRange(ulaw, from, from + FRAME));
    }
    for (int i = 0; i < 50; i++) {
      speaks(0xFF);
    }
  }

  private void speaks(byte[] samples) {
    sends(
        """
        {'event':'media','sequenceNumber':'%d','streamSid':'MZ1','media':{'track':'inbound',\
        'chunk':'1','timestamp':'%d','payload':'%s'}}\
        """
            .formatted(sequence++, playedMs, Base64.getEncoder().encodeToString(samples)));
    playedMs += 20;
  }

  /// So many frames of the caller's audio get lost on their way.
  void loses(int frames) {
    playedMs += 20 * frames;
  }

  /// Has played everything up to here.
  void hears(String mark) {
    sends(
        """
        {'event':'mark','sequenceNumber':'%d','streamSid':'MZ1','mark':{'name':'%s'}}\
        """
            .formatted(sequence++, mark));
  }

  /// Plays everything that comes, at once.
  void hearsEverything() {
    received("mark").forEach(mark -> hears(mark.at("/mark/name").asText()));
  }

  void hangsUp() {
    sends(
        "{'event':'stop','sequenceNumber':'%d','streamSid':'MZ1','stop':{}}".formatted(sequence++));
    stream.orElseThrow().close(1000, "");
  }

  /// The line breaks.
  void breaks() {
    stream.orElseThrow().abort();
  }

  /// Sends a message; single quotes stand for double quotes.
  void sends(String json) {
    stream.orElseThrow().send(json.replace('\'', '"'));
  }

  List<JsonNode> received(String event) {
    return received.stream().filter(m -> m.path("event").asText().equals(event)).toList();
  }

  /// All messages so far, in order.
  List<JsonNode> received() {
    return List.copyOf(received);
  }

  JsonNode awaits(Predicate<JsonNode> wanted) {
    await().untilAsserted(() -> assertThat(received).anyMatch(wanted));
    return received.stream().filter(wanted).findFirst().orElseThrow();
  }

  JsonNode awaits(String event) {
    return awaits(message -> message.path("event").asText().equals(event));
  }

  /// Whether the stream was closed.
  boolean isClosed() {
    return closed.isDone();
  }

  /// The status with which the stream was closed; waits for it.
  int closedWith() {
    return closed.orTimeout(WITHIN.toSeconds(), TimeUnit.SECONDS).join();
  }

  /// The connection is gone; waits for it.
  void isCutOff() {
    closed.orTimeout(WITHIN.toSeconds(), TimeUnit.SECONDS).join();
  }

  @Override
  public void close() {
    sockets.close();
  }

  private final class Ear implements SocketHandler {
    @Override
    public void text(String message) {
      try {
        received.add(JSON.readTree(message));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void closed(int code, String reason) {
      closed.complete(code);
    }
  }

  /// Source: https://www.twilio.com/docs/usage/security#validating-requests
  private static String signature(String token, String data) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      return Base64.getEncoder().encodeToString(mac.doFinal(data.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
