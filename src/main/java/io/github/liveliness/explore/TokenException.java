package io.github.liveliness.explore;

import org.apiguardian.api.API;

/** A token cannot be used; the message quotes it, and says how to put it right. */
@API(status = API.Status.INTERNAL)
public class TokenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String words;

    private TokenException(String words) {
        super(words);
        this.words = words;
    }

    /** The whole message. */
    public String words() {
        return words;
    }

    static TokenException of(String token, String why, String advice) {
        return new TokenException("The token \"" + token + "\" cannot be used: " + why + ". " + advice);
    }

    /**
     * Something is wrong in one place.
     *
     * @param index where, from 0
     */
    static TokenException at(String token, int index, String why, String advice) {
        return of(token, "character " + (index + 1) + " " + why, advice);
    }
}
