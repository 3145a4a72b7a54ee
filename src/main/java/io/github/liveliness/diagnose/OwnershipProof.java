package io.github.liveliness.diagnose;

import io.github.liveliness.model.Verdict;

/**
 * Proves that nobody can move a knot, from who owns what its threads wait for.
 *
 * <p>Only what was true at one instant can be proven. "No idle worker" needs no look here: an idle worker moves, so its
 * executor is in no knot.
 */
final class OwnershipProof {
    private final boolean atomic;

    OwnershipProof(Picture picture) {
        this.atomic = picture.isAtomic();
    }

    Verdict verdict(Knot knot) {
        boolean proven = atomic && (knot.isLockCycle() ? isHeldByItsLocks(knot) : isHeldByItsTasks(knot));
        return proven ? Verdict.PROVEN : Verdict.LIKELY;
    }

    private static boolean isHeldByItsTasks(Knot knot) {
        return knot.members().stream().allMatch(node -> Ownership.isClosedPool(node) || Ownership.needsOneTask(node));
    }

    /** Whether each of its threads waits for just the lock that the JVM says it does, and for ever. */
    private static boolean isHeldByItsLocks(Knot knot) {
        return knot.threads().stream()
                .allMatch(thread ->
                        thread.inLockCycle() && Ownership.lockOwner(thread).equals(thread.lockOwner()));
    }

    /** Whether a node that waits behind a proven knot is stuck as surely as the knot. */
    static boolean extendsTo(Node node) {
        return Ownership.isClosedPool(node)
                || Ownership.needsOneTask(node)
                || Ownership.lockOwner(node).isPresent();
    }

    /** Whether only owners hold this knot together, so that it is no passing moment, be it proven or not. */
    boolean isTied(Knot knot) {
        return atomic
                && knot.members().stream()
                        .allMatch(node -> Ownership.isClosedPool(node) || Ownership.isHeldByOwners(node));
    }
}
