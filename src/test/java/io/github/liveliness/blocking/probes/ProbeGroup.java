package io.github.liveliness.blocking.probes;

import static io.github.liveliness.blocking.probes.Expectation.BLOCKS;
import static io.github.liveliness.blocking.probes.Expectation.DOES_NOT_BLOCK;

import java.util.ArrayList;
import java.util.List;

/** Probes of one kind, written one after the other. */
final class ProbeGroup {
    private static final int ALWAYS = 0;

    private final String name;
    private final List<Probe> probes = new ArrayList<>();

    /** Makes what a call needs, outside of the task: to open a file, say, so that the task does nothing but read. */
    @FunctionalInterface
    interface Preparation<T> {
        T prepare(Surroundings surroundings) throws Exception;
    }

    /** Calls. */
    @FunctionalInterface
    interface Use<T> {
        void run(T prepared) throws Exception;
    }

    /** Calls, and has its wait ended. */
    @FunctionalInterface
    interface LongUse<T> {
        void run(T prepared, Surroundings surroundings) throws Exception;
    }

    private record Prepared<T>(Preparation<T> preparation, LongUse<T> use) implements Body {
        @Override
        public Body prepared(Surroundings surroundings) throws Exception {
            T prepared = preparation.prepare(surroundings);
            return there -> use.run(prepared, there);
        }

        @Override
        public void run(Surroundings surroundings) throws Exception {
            prepared(surroundings).run(surroundings);
        }
    }

    ProbeGroup(String name) {
        this.name = name;
    }

    ProbeGroup blocks(String call, Body body) {
        return blocks(ALWAYS, call, body);
    }

    ProbeGroup blocks(int since, String call, Body body) {
        return add(since, call, BLOCKS, body);
    }

    <T> ProbeGroup blocks(String call, Preparation<T> preparation, Use<T> use) {
        return blocks(call, preparation, (prepared, surroundings) -> use.run(prepared));
    }

    <T> ProbeGroup blocks(String call, Preparation<T> preparation, LongUse<T> use) {
        return blocks(ALWAYS, call, preparation, use);
    }

    <T> ProbeGroup blocks(int since, String call, Preparation<T> preparation, LongUse<T> use) {
        return add(since, call, BLOCKS, new Prepared<>(preparation, use));
    }

    ProbeGroup doesNotBlock(String call, Body body) {
        return add(ALWAYS, call, DOES_NOT_BLOCK, body);
    }

    <T> ProbeGroup doesNotBlock(String call, Preparation<T> preparation, Use<T> use) {
        return doesNotBlock(call, preparation, (prepared, surroundings) -> use.run(prepared));
    }

    <T> ProbeGroup doesNotBlock(String call, Preparation<T> preparation, LongUse<T> use) {
        return add(ALWAYS, call, DOES_NOT_BLOCK, new Prepared<>(preparation, use));
    }

    ProbeGroup add(int since, String call, Expectation expectation, Body body) {
        probes.add(new Probe(name, call, expectation, since, body));
        return this;
    }

    <T> ProbeGroup add(int since, String call, Expectation expectation, Preparation<T> preparation, LongUse<T> use) {
        return add(since, call, expectation, new Prepared<>(preparation, use));
    }

    List<Probe> probes() {
        return List.copyOf(probes);
    }
}
