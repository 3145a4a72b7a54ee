package io.github.liveliness.monitor;

import java.util.Optional;

/** What a runtime made of a beat it was offered. */
record Answer(boolean accepted, Optional<Throwable> thrown) {

    static final Answer ACCEPTED = new Answer(true, Optional.empty());
    static final Answer RAN_ON_THE_CALLER = new Answer(false, Optional.empty());

    static Answer refusal(Throwable thrown) {
        return new Answer(false, Optional.of(thrown));
    }
}
