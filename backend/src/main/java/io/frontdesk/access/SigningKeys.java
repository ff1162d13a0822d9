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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The installation's ES256 keys, shared by all nodes through the database. The newest signs, all
/// of them verify, and all public halves are in the JWKS. Kept in memory: verification happens on
/// event loops, where nothing may block.
@Singleton
@Named("generator")
class SigningKeys implements SignatureGeneratorConfiguration, JwkProvider {
  private static final String PURPOSE = "signing_key";

  private final SigningKeyRepository repository;
  private final Tenancy tenancy;
  private final Secrets secrets;
  private volatile Map<String, ECKey> keys = Map.of();

  SigningKeys(SigningKeyRepository repository, Tenancy tenancy, Secrets secrets) {
    this.repository = repository;
    this.tenancy = tenancy;
    this.secrets = secrets;
  }

  /// Makes the first key where there is none; of several nodes that start at once, one does.
  @EventListener
  void start(StartupEvent migrated) {
    tenancy.platform(
        () -> {
          int alone = repository.alone();
          if (alone == 1 && repository.usable().isEmpty()) {
            UUID id = UuidCreator.getTimeOrderedEpoch();
            repository.add(id, secrets.encryptForPlatform(PURPOSE, generate(id).toJSONString()));
          }
          return alone;
        });
    reload();
  }

  /// Learns of keys that other nodes made.
  @Scheduled(fixedDelay = "1m", initialDelay = "1m")
  void reload() {
    var loaded = new LinkedHashMap<String, ECKey>();
    for (SigningKey stored : tenancy.platform(repository::usable)) {
      loaded.put(stored.id().toString(), read(stored));
    }
    keys = loaded;
  }

  @Override
  public SignedJWT sign(JWTClaimsSet claims) throws JOSEException {
    ECKey newest = keys.values().iterator().next();
    var jwt =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(newest.getKeyID()).build(), claims);
    jwt.sign(new ECDSASigner(newest));
    return jwt;
  }

  @Override
  public boolean verify(SignedJWT jwt) throws JOSEException {
    String keyId = jwt.getHeader().getKeyID();
    ECKey key = keyId == null ? null : keys.get(keyId);
    if (key == null || !supports(jwt.getHeader().getAlgorithm())) {
      return false;
    }
    JWSVerifier verifier = new ECDSAVerifier(key.toPublicJWK());
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
    return keys.values().stream().<JWK>map(ECKey::toPublicJWK).toList();
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
