package io.frontdesk.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.business.Businesses;
import io.frontdesk.business.Industry;
import io.frontdesk.phonenumber.PhoneNumber;
import io.frontdesk.phonenumber.PhoneNumbers;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.twilio.TwilioAccounts;
import io.frontdesk.twilio.TwilioConfiguration;
import io.frontdesk.web.RequestException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Speaks to Twilio's stand-in, over HTTP, for a tenant: who can call it, and what they saw.
@Singleton
class Practice {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final TwilioConfiguration configuration;
  private final TwilioAccounts accounts;
  private final PhoneNumbers numbers;
  private final Businesses businesses;
  private final Tenancy tenancy;
  private final ObjectMapper json;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();

  Practice(
      TwilioConfiguration configuration,
      TwilioAccounts accounts,
      PhoneNumbers numbers,
      Businesses businesses,
      Tenancy tenancy,
      ObjectMapper json) {
    this.configuration = configuration;
    this.accounts = accounts;
    this.numbers = numbers;
    this.businesses = businesses;
    this.tenancy = tenancy;
    this.json = json;
  }

  /// What the stand-in answered.
  record Answer(int status, JsonNode body) {
    /// The body of an answer that can only be `expected`.
    JsonNode expect(int expected) {
      if (status == expected) {
        return body;
      }
      throw new RequestException.UpstreamFailed(
          "Twilio's stand-in answered %d: %s".formatted(status, body.path("message").asText()),
          new IllegalStateException(body.toString()));
    }
  }

  /// The tenant's numbers.
  ///
  /// @throws RequestException.NotFound if a real account serves, where nothing is simulated
  List<PhoneNumber> numbers(TenantId tenant) {
    refuseReality();
    return tenancy.run(tenant, () -> numbers.findByTenantIdOrderById(tenant));
  }

  /// The tenant's trade.
  Industry industry(TenantId tenant) {
    return tenancy.run(tenant, () -> businesses.of(tenant)).industry();
  }

  /// @throws RequestException.NotFound if a real account serves, or the tenant has none here
  TwilioAccounts.Known account(TenantId tenant) {
    refuseReality();
    return accounts
        .find(tenant)
        .orElseThrow(() -> new RequestException.NotFound("practice account of", tenant));
  }

  Answer get(TenantId tenant, String path) {
    return send(tenant, path, null);
  }

  Answer post(TenantId tenant, String path, JsonNode body) {
    return send(tenant, path, body);
  }

  private Answer send(TenantId tenant, String path, @Nullable JsonNode body) {
    var account = account(tenant);
    URI base = Objects.requireNonNull(configuration.apiUrl());
    String credentials = account.sid() + ":" + account.authToken();
    var request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder()
                        .encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
    if (body != null) {
      request.POST(BodyPublishers.ofString(body.toString()));
    }
    try {
      HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
      return new Answer(answer.statusCode(), json.readTree(answer.body()));
    } catch (IOException e) {
      throw new RequestException.UpstreamFailed("Twilio's stand-in does not answer.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RequestException.UpstreamFailed("The service is stopping.", e);
    }
  }

  /// @throws RequestException.NotFound if a real account serves, where nothing is simulated
  void refuseReality() {
    if (!configuration.isStandIn()) {
      throw new RequestException.NotFound("sandbox at", "this installation");
    }
  }
}
