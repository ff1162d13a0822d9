package io.frontdesk.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/// How long tests wait for what must come: on a machine that is slow or has other work too, what is
/// late is not wrong. Run by JUnit before the first test of a JVM.
public final class Patience implements LauncherSessionListener {
  private static final Duration WITHIN = Duration.ofMinutes(2);

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    Awaitility.setDefaultTimeout(WITHIN);
    // Tests that start a service run beside others: what a thread of those throws is not theirs.
    Awaitility.doNotCatchUncaughtExceptionsByDefault();
  }
}
