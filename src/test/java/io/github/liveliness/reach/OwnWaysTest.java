package io.github.liveliness.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class OwnWaysTest {
    @ParameterizedTest
    @FieldSource("io.github.liveliness.reach.OwnWays#FIELDS")
    void everyFieldIsThere(String name) throws ReflectiveOperationException {
        int dot = name.lastIndexOf('.');

        assertThat(Class.forName(name.substring(0, dot)).getDeclaredField(name.substring(dot + 1)))
                .matches(field -> Modifier.isStatic(field.getModifiers()));
    }

    @ParameterizedTest
    @FieldSource("io.github.liveliness.reach.OwnWays#CLASSES")
    void everyClassIsThere(String name) throws ClassNotFoundException {
        assertThat(Class.forName(name)).isNotNull();
    }

    @Test
    void aFieldOfUsersIsAWay() {
        assertThat(OwnWays.begin(new Root.StaticField(1, "com.acme.Engine", "running")))
                .isFalse();
    }
}
