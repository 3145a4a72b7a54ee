package io.github.liveliness.reach.programs;

/**
 * What came of a program, as the runner prints it and as its reader takes it.
 *
 * @param program its name
 * @param said the verdict, and for one that somebody wakes whether it was woken
 */
public record ProgramOutcome(String program, String said) {
    static final String SKIPPED = "skipped";

    private static final String BETWEEN = ": ";

    static ProgramOutcome of(String line) {
        int between = line.lastIndexOf(BETWEEN);
        return between < 0
                ? new ProgramOutcome(line, "")
                : new ProgramOutcome(line.substring(0, between), line.substring(between + BETWEEN.length()));
    }

    /** Whether this JDK is too old for it. */
    public boolean isSkipped() {
        return said.equals(SKIPPED);
    }

    /** Whether all threads of a bug, or any thread of another program, is said to be stuck for good. */
    public boolean isProven() {
        return said.startsWith("PROVEN");
    }

    /** Whether it went as it was written: its threads waited, and were woken where somebody wakes them. */
    public boolean isValidIn(ProgramGroup group) {
        String woken = group == ProgramGroup.BUGS ? "" : " woken";
        return said.matches("(PROVEN|LIKELY|UNSETTLED|SUSPECTED)" + woken);
    }

    @Override
    public String toString() {
        return program + BETWEEN + said;
    }
}
