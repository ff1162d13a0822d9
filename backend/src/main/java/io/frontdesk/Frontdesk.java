package io.frontdesk;

import io.micronaut.runtime.Micronaut;

/// The service's entry point.
public final class Frontdesk {
  private Frontdesk() {}

  public static void main(String[] args) {
    Micronaut.build(args).mainClass(Frontdesk.class).banner(false).start();
  }
}
