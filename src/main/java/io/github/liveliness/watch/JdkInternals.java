package io.github.liveliness.watch;

import io.github.liveliness.jdk.JdkField;
import java.lang.reflect.Field;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/** Reads the fields of {@link JdkField}, once the JDK has been opened to us. */
final class JdkInternals {
    private static final int FUTURE_TASK_NEW = 0;

    private final Map<JdkField, Field> fields;

    private JdkInternals(Map<JdkField, Field> fields) {
        this.fields = fields;
    }

    /** Access to all fields, or nothing if the JDK is closed to us or lacks one that is not optional. */
    static Optional<JdkInternals> open() {
        Map<JdkField, Field> fields = new EnumMap<>(JdkField.class);
        try {
            for (JdkField field : JdkField.values()) {
                if (field.isWatched()) {
                    open(field).ifPresent(opened -> fields.put(field, opened));
                }
            }
        } catch (ReflectiveOperationException | RuntimeException closed) {
            return Optional.empty();
        }
        return Optional.of(new JdkInternals(fields));
    }

    private static Optional<Field> open(JdkField field) throws ReflectiveOperationException {
        try {
            Class<?> declaring = Class.forName(field.declaringClass(), false, null);
            Field declared = declaring.getDeclaredField(field.fieldName());
            declared.setAccessible(true);
            return Optional.of(declared);
        } catch (ClassNotFoundException | NoSuchFieldException missing) {
            if (field.isOptional()) {
                return Optional.empty();
            }
            throw missing;
        }
    }

    /** The value of a reference; null also for an optional field that this JDK does not have. */
    @Nullable
    Object read(JdkField field, Object target) {
        if (field.isOptional() && !fields.containsKey(field)) {
            return null;
        }
        try {
            return field(field).get(target);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(field + " was opened and is closed again", e);
        }
    }

    Object readPresent(JdkField field, Object target) {
        Object value = read(field, target);
        if (value == null) {
            throw new TornReadException(field + " is not set yet");
        }
        return value;
    }

    int readInt(JdkField field, Object target) {
        try {
            return field(field).getInt(target);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(field + " was opened and is closed again", e);
        }
    }

    boolean readBoolean(JdkField field, Object target) {
        try {
            return field(field).getBoolean(target);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(field + " was opened and is closed again", e);
        }
    }

    long readLong(JdkField field, Object target) {
        try {
            return field(field).getLong(target);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(field + " was opened and is closed again", e);
        }
    }

    /** Whether a future task has no outcome yet; it is asked no question, since its class may be the user's. */
    boolean awaitsOutcome(FutureTask<?> task) {
        return readInt(JdkField.FUTURE_TASK_STATE, task) == FUTURE_TASK_NEW;
    }

    private Field field(JdkField field) {
        Field opened = fields.get(field);
        if (opened == null) {
            throw new IllegalStateException(field + " is not in the table");
        }
        return opened;
    }
}
