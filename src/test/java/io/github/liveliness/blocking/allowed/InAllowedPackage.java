package io.github.liveliness.blocking.allowed;

/** Says nothing about blocking by itself. */
public final class InAllowedPackage {
    private InAllowedPackage() {}
}
