package io.github.liveliness.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.agent.AgentMode;
import io.github.liveliness.agent.AgentStatus;
import io.github.liveliness.agent.Attachment;

/** The JDK's fields, opened by the agent as they are for users. */
final class OpenedJdk {
    private OpenedJdk() {}

    static JdkInternals internals() {
        AgentStatus status = Attachment.ensure(AgentMode.AUTO, line -> {});
        assertThat(status).isInstanceOf(AgentStatus.Present.class);
        ((AgentStatus.Present) status).open(Watch.class.getModule());
        return JdkInternals.open().orElseThrow();
    }
}
