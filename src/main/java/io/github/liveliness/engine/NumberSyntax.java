package io.github.liveliness.engine;

/**
 * Whole numbers, with or without underscores between their digits.
 *
 * @param least the smallest that is right
 * @param example one that is right
 */
record NumberSyntax(long least, String example) implements SettingSyntax<Long> {

    @Override
    public Reading<Long> read(String text) {
        try {
            long number = Long.parseLong(text.replace("_", ""));
            return number >= least ? new Reading.Value<>(number) : wrong("it is less than " + least);
        } catch (NumberFormatException none) {
            return wrong("it is not a whole number");
        }
    }

    private Reading<Long> wrong(String why) {
        return new Reading.Wrong<>(why, "Try \"" + example + "\".");
    }
}
