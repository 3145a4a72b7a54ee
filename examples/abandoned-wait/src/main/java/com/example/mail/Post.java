package com.example.mail;

/** Carries letters. */
@FunctionalInterface
public interface Post {

    /** Takes a letter, which may take a while. */
    void take(String address);
}
