package io.github.liveliness.engine;

/**
 * How the value of a setting is written.
 *
 * @param <T> the type of the value
 */
interface SettingSyntax<T> {

    /** Reads a text that is not blank and has no space around it. */
    Reading<T> read(String text);

    /** What came of reading a text. */
    sealed interface Reading<T> {

        /** The text is right. */
        record Value<T>(T value) implements Reading<T> {}

        /**
         * The text is wrong.
         *
         * @param why half a sentence: "it is empty"
         * @param advice a sentence that quotes a right one
         */
        record Wrong<T>(String why, String advice) implements Reading<T> {}
    }
}
