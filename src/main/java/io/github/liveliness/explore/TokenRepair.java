package io.github.liveliness.explore;

import java.util.LinkedHashSet;
import java.util.Set;

/** Finds out which single slip turned a token into a damaged one: its sum tells the right one from all others. */
final class TokenRepair {
    private static final String CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final String COPY = "Copy it again, whole and in one piece.";

    /** Of longer ones too many would have to be tried. */
    private static final int LONGEST = 400;

    private final String text;
    private final Set<String> repairs = new LinkedHashSet<>();
    private String advice = COPY;

    private TokenRepair(String text) {
        this.text = text;
    }

    /** What to do about a damaged token: to copy it again, where it is not clear what it was. */
    static String advice(String text) {
        if (text.length() > LONGEST) {
            return COPY;
        }
        TokenRepair repair = new TokenRepair(text);
        for (int i = TokenText.PREFIX.length(); i <= text.length(); i++) {
            repair.tryAt(i);
        }
        return repair.repairs.size() == 1 ? repair.advice : COPY;
    }

    private void tryAt(int index) {
        String before = text.substring(0, index);
        String after = text.substring(index);
        String rest = after.isEmpty() ? "" : after.substring(1);
        if (!after.isEmpty()) {
            consider(before + rest, index, "is one too many");
        }
        if (!rest.isEmpty()) {
            consider(before + rest.charAt(0) + after.charAt(0) + rest.substring(1), index, "and the next are swapped");
        }
        for (int i = 0; i < CHARACTERS.length(); i++) {
            char right = CHARACTERS.charAt(i);
            if (!after.isEmpty()) {
                consider(before + right + rest, index, "should be '" + right + "'");
            }
            consider(before + right + after, index, "is missing: it should be '" + right + "'");
        }
    }

    private void consider(String candidate, int index, String slip) {
        if (TokenText.bytes(candidate).isPresent() && repairs.add(candidate)) {
            advice = "Character " + (index + 1) + " " + slip + ". Try \"" + candidate + "\".";
        }
    }
}
