package io.github.liveliness.report;

import io.github.liveliness.model.Stall;
import java.util.stream.Stream;

/** One part of a report, with its heading; without lines where it has nothing to say. */
@FunctionalInterface
interface Section {
    Stream<String> lines(Stall stall, Detail detail);
}
