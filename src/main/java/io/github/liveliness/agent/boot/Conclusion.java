package io.github.liveliness.agent.boot;

/** How a controlled run came to its end. */
public enum Conclusion {
    /** The body has returned, and whoever is left is idle or can still move. */
    AT_REST,
    /** Nobody can go on, and no time passes that would change it. */
    STALLED,
    /** More points than allowed were passed. */
    TOO_LONG,
    /** The body has thrown. */
    FAILED,
    /** Something happened that is not controlled. */
    REFUSED
}
