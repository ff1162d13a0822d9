package io.frontdesk.web;

import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/// What JSON needs beyond the types of the language: times, and what may be missing.
@Factory
final class JsonModules {
  @Singleton
  Module times() {
    return new JavaTimeModule();
  }

  @Singleton
  Module optionals() {
    return new Jdk8Module();
  }
}
