package io.github.liveliness.blocking.probes;

import java.nio.channels.Selector;
import java.util.List;

/** Selectors that nothing is ready for. */
final class SelectorProbes {
    private SelectorProbes() {}

    static List<Probe> all() {
        return new ProbeGroup("selectors")
                .blocks("Selector.select", here -> here.keep(Selector.open()), (selector, here) -> {
                    here.soon(selector::wakeup);
                    selector.select();
                })
                .blocks("Selector.select(long)", here -> here.keep(Selector.open()), selector -> selector.select(5))
                .blocks("Selector.select(Consumer)", here -> here.keep(Selector.open()), (selector, here) -> {
                    here.soon(selector::wakeup);
                    selector.select(key -> {});
                })
                .blocks(
                        "Selector.select(Consumer, long)",
                        here -> here.keep(Selector.open()),
                        selector -> selector.select(key -> {}, 5))
                .probes();
    }
}
