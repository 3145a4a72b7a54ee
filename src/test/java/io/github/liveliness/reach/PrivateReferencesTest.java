package io.github.liveliness.reach;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.jdk.JdkField;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateReferencesTest {
    private static final String USERS = "com.acme.Worker";
    private static final List<JdkField> ASKED = List.of(JdkField.THREAD_BLOCKER, JdkField.THREAD_TARGET);

    @TempDir
    private Path folder;

    private final HandDump dump = new HandDump();
    private final long one = dump.object();
    private final long other = dump.object();

    PrivateReferencesTest() {
        dump.writer().type(USERS, HandDump.THREAD, "mine", "parkBlocker");
    }

    @Test
    void theFieldsThatAreAskedForArePrivate() throws IOException {
        assertThat(targets(Map.of("java.lang.Thread.parkBlocker", one, "java.lang.Thread.target", other)))
                .containsExactlyInAnyOrder(one, other);
    }

    @Test
    void theOthersAreNot() throws IOException {
        assertThat(targets(Map.of("java.lang.Thread.name", one))).isEmpty();
    }

    @Test
    void whatASecondFieldHoldsIsNotPrivate() throws IOException {
        assertThat(targets(Map.of(
                        "java.lang.Thread.parkBlocker", one, "java.lang.Thread.target", other, USERS + ".mine", one)))
                .containsExactly(other);
    }

    @Test
    void aUsersFieldOfTheSameNameIsAnother() throws IOException {
        assertThat(targets(Map.of(USERS + ".parkBlocker", one))).isEmpty();
    }

    @Test
    void whatTwoPrivateFieldsHoldIsPrivate() throws IOException {
        assertThat(targets(Map.of("java.lang.Thread.parkBlocker", one, "java.lang.Thread.target", one)))
                .containsExactly(one);
    }

    private Set<Long> targets(Map<String, Long> values) throws IOException {
        long thread = dump.writer().instance(USERS, values);
        Heap heap = dump.read(folder);
        Map<Integer, Long> identifiers = new HashMap<>();
        List.of(one, other).forEach(object -> identifiers.put(dump.index(object), object));
        Set<Gate.Reference> found = PrivateReferences.of(heap, dump.index(thread), ASKED);
        assertThat(found).extracting(Gate.Reference::from).allMatch(from -> from == dump.index(thread));
        return Set.copyOf(
                found.stream().map(reference -> identifiers.get(reference.to())).toList());
    }
}
