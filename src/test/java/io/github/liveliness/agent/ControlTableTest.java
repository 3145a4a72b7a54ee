package io.github.liveliness.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.agent.boot.ControlCalls;
import io.github.liveliness.agent.boot.ControlHooks;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.Type;

class ControlTableTest {

    private static final Set<String> HOOKS = methodsOf(ControlHooks.class);
    private static final Set<String> CALLS = methodsOf(ControlCalls.class);

    static Stream<ControlPoint> points() {
        return ControlTable.points();
    }

    @ParameterizedTest
    @MethodSource("points")
    @DisplayName("Every method of the table is in this JDK, and its hook among the hooks")
    void pointsExist(ControlPoint point) throws ClassNotFoundException {
        Class<?> type = Class.forName(point.type().replace('/', '.'), false, null);
        assertThat(methodsOf(type)).contains(point.method() + point.descriptor());
        assertThat(HOOKS).contains(point.hook() + point.told().descriptor());
    }

    @Test
    @DisplayName("Every call is redirected to one that takes and returns the same")
    void redirectionsExist() {
        assertThat(ControlTable.calls())
                .allMatch(call -> CALLS.contains(call.instead() + call.insteadDescriptor()))
                .allMatch(call ->
                        Type.getReturnType(call.descriptor()).equals(Type.getReturnType(call.insteadDescriptor())));
    }

    @Test
    @DisplayName("Before a call of a user stands the hook that says what it is")
    void callsOfUsersAreTold() {
        assertThat(UserCalls.hookBefore("java/util/concurrent/ExecutorService", "submit"))
                .contains("submits");
        assertThat(UserCalls.hookBefore("java/util/concurrent/ExecutorService", "shutdown"))
                .contains("synchronizes");
        assertThat(UserCalls.hookBefore("java/util/concurrent/locks/Lock", "lock"))
                .contains("locks");
        assertThat(UserCalls.hookBefore("java/util/concurrent/atomic/AtomicInteger", "get"))
                .contains("touches");
        assertThat(UserCalls.hookBefore("java/util/concurrent/ConcurrentHashMap", "get"))
                .contains("touches");
        assertThat(UserCalls.hookBefore("java/lang/invoke/VarHandle", "get")).contains("touches");
        assertThat(UserCalls.hookBefore("java/util/concurrent/TimeUnit", "toNanos"))
                .isEmpty();
        assertThat(UserCalls.hookBefore("java/util/List", "get")).isEmpty();
    }

    private static Set<String> methodsOf(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .map(method -> method.getName() + Type.getMethodDescriptor(method))
                .collect(Collectors.toSet());
    }
}
