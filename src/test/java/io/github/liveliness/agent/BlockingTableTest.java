package io.github.liveliness.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.agent.boot.CallKind;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

class BlockingTableTest {

    private final List<String> notes = new ArrayList<>();
    private final BlockingTransformer transformer = new BlockingTransformer(notes::add);

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void everyMethodOfTheTableIsInThisJdk() throws Exception {
        for (String type : BlockingTable.types()) {
            assertThat(transform(type, ClassFiles.named(type))).as(type).isNotNull();
        }

        assertThat(notes).isEmpty();
    }

    @Test
    void whatThisJdkDoesNotHaveIsNoted() throws Exception {
        byte[] other = ClassFiles.of(BlockingTableTest.class);

        assertThat(transform("java/util/concurrent/locks/LockSupport", other)).isNotNull();

        assertThat(notes)
                .contains(
                        "This JDK has no java.util.concurrent.locks.LockSupport.park; what blocks in it is not seen.");
    }

    @Test
    void tasksAreSeenWhereWorkersRunThem() throws Exception {
        assertThat(hooksIn("java/util/concurrent/ThreadPoolExecutor"))
                .containsOnlyOnce("runWorker taskBegins")
                .containsSubsequence("runWorker taskBegins", "runWorker taskEnds", "runWorker taskEnds");
        assertThat(hooksIn(ForkJoinPool.class.getName().replace('.', '/') + "$WorkQueue"))
                .containsExactly("topLevelExec taskBegins", "topLevelExec taskEnds");
    }

    @Test
    void classesThatAreLoadedAreRewrittenWhereTheTableNamesThem() {
        assertThat(transformer.concerns(LockSupport.class)).isTrue();
        assertThat(transformer.concerns(Object.class)).isTrue();
        assertThat(transformer.concerns(String.class)).isFalse();
    }

    @Test
    void everyKindHasItsNumber() {
        for (CallKind kind : CallKind.values()) {
            assertThat(List.of(CallKind.values()).indexOf(kind)).isEqualTo(kind.number());
        }
    }

    private List<String> hooksIn(String type) throws Exception {
        List<String> hooks = new ArrayList<>();
        byte[] rewritten = transform(type, ClassFiles.named(type));
        new ClassReader(rewritten == null ? new byte[0] : rewritten)
                .accept(
                        new ClassVisitor(Opcodes.ASM9) {
                            @Override
                            public MethodVisitor visitMethod(
                                    int access, String method, String descriptor, String signature, String[] thrown) {
                                return new MethodVisitor(Opcodes.ASM9) {
                                    @Override
                                    public void visitMethodInsn(
                                            int opcode, String owner, String name, String type, boolean isInterface) {
                                        if (owner.equals(BlockingWriter.HOOKS)) {
                                            hooks.add(method + ' ' + name);
                                        }
                                    }
                                };
                            }
                        },
                        0);
        return hooks;
    }

    private byte @Nullable [] transform(String type, byte[] classFile) {
        return transformer.transform(null, type, null, null, classFile);
    }
}
