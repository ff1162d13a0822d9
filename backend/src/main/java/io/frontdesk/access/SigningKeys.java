package io.frontdesk.access;

import com.github.f4b6a3.uuid.UuidCreator;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.frontdesk.secrets.Secrets;
import io.frontdesk.tenancy.Tenancy;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.scheduling.annotation.Scheduled;
import io.micronaut.security.token.jwt.endpoints.JwkProvider;
import io.micronaut.security.token.jwt.signature.SignatureGeneratorConfiguration;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The installation's ES256 keys, shared by all nodes through the database. Each month a new one
/// takes over: it is published before it signs, so that whoever keeps the JWKS knows it in time,
/// and the one before it is published until the last token that it signed has expired. Nobody's
/// session ends with a key: refresh tokens are not signed.
///
/// Kept in memory: verification happens on event loops, where nothing may block.
@Singleton
@Named("generator")
class SigningKeys implements SignatureGeneratorConfiguration, JwkProvider {
  static final Duration SIGNS_FOR = Duration.ofDays(30);

  /// Longer than nodes take to learn of a key, and than others may keep the JWKS.
  static final Duration PUBLISHED_BEFORE = Duration.ofMinutes(10);

  /// For clocks that differ.
  private static final Duration GRACE = Duration.ofMinutes(5);

  private static final String PURPOSE = "signing_key";

  private final SigningKeyRepository repository;
  private final Tenancy tenancy;
  private final Secrets secrets;
  private final Clock clock;
  private volatile Map<String, Key> keys = Map.of();

  SigningKeys(SigningKeyRepository repository, Tenancy tenancy, Secrets secrets, Clock clock) {
    this.repository = repository;
    this.tenancy = tenancy;
    this.secrets = secrets;
    this.clock = clock;
  }

  private record Key(ECKey key, Instant signsFrom) {}

  /// Makes the first key where there is none.
  @EventListener
  void start(StartupEvent migrated) {
    rotate();
  }

  /// Makes the next key when it is time; of several nodes that find so at once, one does.
  @Scheduled(fixedDelay = "1h", initialDelay = "1h")
  void rotate() {
    tenancy.platform(
        () -> {
          int alone = repository.alone();
          Instant now = clock.instant();
          var known = repository.usable(now);
          if (known.isEmpty()) {
            add(now);
          } else if (!now.isBefore(known.getFirst().signsFrom().plus(SIGNS_FOR))) {
            add(now.plus(PUBLISHED_BEFORE));
          }
          return alone;
        });
    reload();
  }

  private void add(Instant signsFrom) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    repository.add(id, secrets.encryptForPlatform(PURPOSE, generate(id).toJSONString()), signsFrom);
  }

  /// Learns of keys that other nodes made, and forgets those that signed nothing that is valid.
  @Scheduled(fixedDelay = "1m", initialDelay = "1m")
  void reload() {
    Instant forgotten = clock.instant().minus(AccessTokens.LIFETIME).minus(GRACE);
    var loaded = new LinkedHashMap<String, Key>();
    for (SigningKey stored : tenancy.platform(() -> repository.usable(forgotten))) {
      loaded.put(stored.id().toString(), new Key(read(stored), stored.signsFrom()));
    }
    keys = loaded;
  }

  @Override
  public SignedJWT sign(JWTClaimsSet claims) throws JOSEException {
    Instant now = clock.instant();
    List<Key> newestFirst = List.copyOf(keys.values());
    ECKey key =
        newestFirst.stream()
            .filter(candidate -> !candidate.signsFrom().isAfter(now))
            .findFirst()
            .orElseGet(newestFirst::getLast)
            .key();
    var jwt =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(), claims);
    jwt.sign(new ECDSASigner(key));
    return jwt;
  }

  @Override
  public boolean verify(SignedJWT jwt) throws JOSEException {
    String keyId = jwt.getHeader().getKeyID();
    Key known = keyId == null ? null : keys.get(keyId);
    if (known == null || !supports(jwt.getHeader().getAlgorithm())) {
      return false;
    }
    JWSVerifier verifier = new ECDSAVerifier(known.key().toPublicJWK());
    return jwt.verify(verifier);
  }

  @Override
  public boolean supports(JWSAlgorithm algorithm) {
    return JWSAlgorithm.ES256.equals(algorithm);
  }

  @Override
  public String supportedAlgorithmsMessage() {
    return "Only ES256 is supported.";
  }

  @Override
  public List<JWK> retrieveJsonWebKeys() {
    return keys.values().stream().<JWK>map(known -> known.key().toPublicJWK()).toList();
  }

  private static ECKey generate(UUID id) {
    try {
      return new ECKeyGenerator(Curve.P_256)
          .keyID(id.toString())
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.ES256)
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("could not make a signing key", e);
    }
  }

  private ECKey read(SigningKey stored) {
    try {
      return ECKey.parse(secrets.decryptForPlatform(PURPOSE, stored.encryptedJwk()));
    } catch (ParseException e) {
      throw new IllegalStateException("signing key " + stored.id() + " is not a JWK", e);
    }
  }
}
