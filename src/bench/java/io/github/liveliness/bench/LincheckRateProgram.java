package io.github.liveliness.bench;

import io.github.liveliness.explore.programs.CorrectPrograms;
import java.util.Locale;
import org.jetbrains.lincheck.Lincheck;

/** For {@link ExploreRate}: the same program under Lincheck. */
public final class LincheckRateProgram {

    private static final int WARM_UP = 100;
    private static final int SCHEDULES = 300;

    private LincheckRateProgram() {}

    /** Prints the rate. */
    public static void main(String[] arguments) {
        Lincheck.runConcurrentTest(WARM_UP, LincheckRateProgram::nestedSubmit);
        long begin = System.nanoTime();
        Lincheck.runConcurrentTest(SCHEDULES, LincheckRateProgram::nestedSubmit);
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf(
                Locale.ROOT,
                ExploreRateProgram.RESULT + "schedules a second, nested submits, Lincheck 3.7: %.2f%n",
                SCHEDULES / seconds);
    }

    private static void nestedSubmit() {
        try {
            CorrectPrograms.nestedSubmit();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
