package io.github.liveliness.testing;

import io.github.liveliness.agent.AgentMode;
import io.github.liveliness.agent.Attachment;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Attaches the agent before any test class loads: a test that touches a boot class first would keep the agent out of
 * this JVM, for all tests after it.
 */
public final class AgentFirst implements LauncherSessionListener {

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Attachment.ensure(AgentMode.AUTO, line -> {});
    }
}
