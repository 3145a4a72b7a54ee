package io.github.liveliness.agent.boot;

/** Numbers objects in the order in which they are asked for, beginning with 1; null is 0. */
final class IdentityNumbers {

    private Object[] objects = new Object[64];
    private int[] numbers = new int[64];
    private int count;

    int of(Object object) {
        if (object == null) {
            return 0;
        }
        int slot = slot(objects, object);
        if (objects[slot] == null) {
            if (2 * count >= objects.length) {
                grow();
                slot = slot(objects, object);
            }
            objects[slot] = object;
            numbers[slot] = ++count;
        }
        return numbers[slot];
    }

    int count() {
        return count;
    }

    private void grow() {
        Object[] moreObjects = new Object[2 * objects.length];
        int[] moreNumbers = new int[2 * objects.length];
        for (int old = 0; old < objects.length; old++) {
            if (objects[old] != null) {
                int slot = slot(moreObjects, objects[old]);
                moreObjects[slot] = objects[old];
                moreNumbers[slot] = numbers[old];
            }
        }
        objects = moreObjects;
        numbers = moreNumbers;
    }

    private static int slot(Object[] table, Object object) {
        int slot = System.identityHashCode(object) & table.length - 1;
        while (table[slot] != null && table[slot] != object) {
            slot = slot + 1 & table.length - 1;
        }
        return slot;
    }
}
