package io.frontdesk.web;

import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/// What JSON needs beyond the types of the language and times, which [CleanTime] reads.
@Factory
final class JsonModules {
  @Singleton
  Module optionals() {
    return new Jdk8Module();
  }
}
