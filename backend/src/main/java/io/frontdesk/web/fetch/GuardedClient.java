package io.frontdesk.web.fetch;

import io.micronaut.context.annotation.Property;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.ssl.SSLContexts;

/// The one way out to addresses that tenants give: webhooks, tools, calendars. It connects to
/// public addresses only, to the very one that was checked; asks by https (in local mode by http
/// too); verifies certificates against the host that was named; follows a few redirects, each
/// checked like the first address; carries no cookies; and reads no more, and for no longer, than
/// it is allowed.
///
/// Blocks: not for event loops.
@Singleton
public class GuardedClient {
  private static final int MOST_REDIRECTS = 3;
  private static final int MOST_CONNECTIONS = 200;
  private static final int MOST_CONNECTIONS_TO_ONE = 20;
  private static final int LONGEST_LINE = 8_192;
  private static final int MOST_HEADERS = 100;
  private static final int LAST_PRIVILEGED_PORT = 1_023;
  private static final Set<Integer> PORTS = Set.of(-1, 80, 443);
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  private final boolean local;
  private final CloseableHttpClient http;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  @Inject
  GuardedClient(
      PublicInternet internet,
      @Property(name = "frontdesk.mode", defaultValue = "local") String mode) {
    this(internet, mode, SystemDefaultDnsResolver.INSTANCE, SSLContexts.createSystemDefault());
  }

  /// @param names asked for each connection; trusted no more than the tenant
  GuardedClient(PublicInternet internet, String mode, DnsResolver names, SSLContext trust) {
    this.local = mode.equals("local");
    var connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setDnsResolver(new CheckedNames(names, internet))
            .setTlsSocketStrategy(new DefaultClientTlsStrategy(trust))
            .setConnectionFactory(
                ManagedHttpClientConnectionFactory.builder()
                    .http1Config(
                        Http1Config.custom()
                            .setMaxLineLength(LONGEST_LINE)
                            .setMaxHeaderCount(MOST_HEADERS)
                            .build())
                    .build())
            .setMaxConnTotal(MOST_CONNECTIONS)
            .setMaxConnPerRoute(MOST_CONNECTIONS_TO_ONE)
            .build();
    this.http =
        HttpClients.custom()
            .setConnectionManager(connections)
            .setConnectionReuseStrategy((_, _, _) -> false)
            .setUserAgent("Frontdesk")
            .disableAutomaticRetries()
            .disableAuthCaching()
            .disableContentCompression()
            .disableCookieManagement()
            .disableRedirectHandling()
            .build();
  }

  /// Sends the request, and follows where it is sent on to.
  ///
  /// @throws FetchFailed if nothing came back, or nothing that may be taken
  public Fetched send(Outgoing request, Bounds bounds) throws FetchFailed {
    // A virtual thread lets go of a socket, and of a slow resolver, when it is interrupted.
    Future<Fetched> answer = threads.submit(() -> follow(request, bounds.bytes()));
    try {
      return answer.get(bounds.within().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw FetchFailed.failed(
          "%s did not answer within %d seconds."
              .formatted(request.url().getHost(), bounds.within().toSeconds()),
          e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof FetchFailed failure
          ? failure
          : FetchFailed.failed("%s could not be asked.".formatted(request.url().getHost()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw FetchFailed.failed("Interrupted.", e);
    } finally {
      answer.cancel(true);
    }
  }

  private Fetched follow(Outgoing first, int mostBytes) throws FetchFailed {
    Outgoing next = first;
    for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      check(next.url());
      next.checkHeaders();
      Step step = ask(next, mostBytes);
      switch (step) {
        case Arrived arrived -> {
          return arrived.fetched();
        }
        case SentOn sentOn -> next = redirected(next, sentOn);
      }
    }
    throw FetchFailed.failed(
        "%s sends on more than %d times.".formatted(first.url().getHost(), MOST_REDIRECTS));
  }

  private sealed interface Step {}

  private record Arrived(Fetched fetched) implements Step {}

  private record SentOn(int status, String location) implements Step {}

  private void check(URI url) throws FetchFailed {
    String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
    if (!scheme.equals("https") && !(local && scheme.equals("http"))) {
      throw FetchFailed.refused("The address must begin with https://.");
    }
    if (url.getHost() == null) {
      throw FetchFailed.refused("The address names no host.");
    }
    if (url.getRawUserInfo() != null) {
      throw FetchFailed.refused("The address must not have a user name or password in it.");
    }
    if (!PORTS.contains(url.getPort()) && url.getPort() <= LAST_PRIVILEGED_PORT) {
      throw FetchFailed.refused("Port %d is not for the web.".formatted(url.getPort()));
    }
  }

  private static Outgoing redirected(Outgoing from, SentOn sentOn) throws FetchFailed {
    URI to;
    try {
      to = from.url().resolve(sentOn.location());
    } catch (IllegalArgumentException e) {
      throw FetchFailed.failed(
          "%s sends on to what is no address.".formatted(from.url().getHost()), e);
    }
    if (from.url().getScheme().equalsIgnoreCase("https")
        && "http".equalsIgnoreCase(to.getScheme())) {
      throw FetchFailed.refused(
          "%s sends on to an address without https.".formatted(from.url().getHost()));
    }
    return from.redirected(sentOn.status(), to);
  }

  private Step ask(Outgoing outgoing, int mostBytes) throws FetchFailed {
    var request = new HttpUriRequestBase(outgoing.method(), outgoing.url());
    outgoing.headers().forEach(request::setHeader);
    if (outgoing.body() != null) {
      request.setEntity(
          new ByteArrayEntity(outgoing.body().getBytes(StandardCharsets.UTF_8), null));
    }
    String host = outgoing.url().getHost();
    try {
      return read(http.executeOpen(null, request, null), mostBytes);
    } catch (CheckedNames.Refused e) {
      throw FetchFailed.refused("%s is no address of the public internet.".formatted(host));
    } catch (UnknownHostException e) {
      throw FetchFailed.failed("There is no host %s.".formatted(host), e);
    } catch (SSLException e) {
      throw FetchFailed.failed("%s shows no certificate that is valid for it.".formatted(host), e);
    } catch (TooLarge e) {
      throw FetchFailed.failed("%s answers with more than %d bytes.".formatted(host, mostBytes), e);
    } catch (IOException e) {
      throw FetchFailed.failed("%s does not answer as a web server does.".formatted(host), e);
    } finally {
      // Hangs up at once; closing the answer would first read the rest of it, however long.
      request.cancel();
    }
  }

  private static final class TooLarge extends IOException {}

  private static Step read(ClassicHttpResponse response, int mostBytes) throws IOException {
    String location =
        Optional.ofNullable(response.getFirstHeader(HttpHeaders.LOCATION))
            .map(header -> header.getValue())
            .orElse("");
    if (REDIRECTS.contains(response.getCode()) && !location.isEmpty()) {
      return new SentOn(response.getCode(), location);
    }
    var entity = response.getEntity();
    if (entity == null) {
      return new Arrived(new Fetched(response.getCode(), "", ""));
    }
    byte[] body = entity.getContent().readNBytes(mostBytes + 1);
    if (body.length > mostBytes) {
      throw new TooLarge();
    }
    String type = Optional.ofNullable(entity.getContentType()).orElse("");
    return new Arrived(
        new Fetched(response.getCode(), type, new String(body, StandardCharsets.UTF_8)));
  }

  @PreDestroy
  void close() {
    threads.shutdownNow();
    http.close(CloseMode.IMMEDIATE);
  }
}
