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
    private final HandGroups groups = new HandGroups();
    private final BlockingTransformer transformer =
            new BlockingTransformer(BlockingTable.ofTheJdk(), groups, new AnnotatedClasses(), notes::add);

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void everyMethodOfTheTableIsInThisJdk() throws Exception {
        for (String type : BlockingTable.ofTheJdk().types()) {
            assertThat(transform(type, ClassFiles.named(type))).as(type).isNotNull();
        }

        assertThat(notes).isEmpty();
        assertThat(groups.off()).isEmpty();
    }

    @Test
    void aGroupIsOffWhereThisJdkLacksOneOfItsMethods() throws Exception {
        byte[] other = ClassFiles.of(BlockingTableTest.class);

        assertThat(transform("java/util/concurrent/locks/LockSupport", other)).isNotNull();

        assertThat(groups.off()).containsOnlyKeys(CallKind.PARK);
        assertThat(groups.off().get(CallKind.PARK))
                .startsWith("this JDK has no java.util.concurrent.locks.LockSupport.park");
        assertThat(transform("java/util/concurrent/locks/LockSupport", other)).isNull();
    }

    @Test
    void aClassThatCannotBeReadPutsItsGroupsOff() {
        assertThat(transform("java/lang/Thread", new byte[] {1, 2, 3})).isNull();

        assertThat(groups.off()).containsOnlyKeys(CallKind.SLEEP, CallKind.MONITOR);
    }

    @Test
    void aPoolThatRunsItsTasksInAnotherWayIsNoted() throws Exception {
        assertThat(transform("java/util/concurrent/ThreadPoolExecutor", ClassFiles.of(BlockingTableTest.class)))
                .isNull();

        assertThat(notes)
                .containsExactly("Blocking calls in tasks of java.util.concurrent.ThreadPoolExecutor are not seen:"
                        + " this JDK runs them in another way.");
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
    void eventLoopsAreKnownByTheEndOfTheirName() {
        assertThat(EventLoops.of("io/netty/channel/nio/NioIoHandler")).isPresent();
        assertThat(EventLoops.of("com/acme/shaded/io/netty/channel/nio/NioIoHandler"))
                .isPresent();
        assertThat(EventLoops.of("com/acme/audio/netty/channel/nio/NioIoHandler"))
                .isEmpty();
        assertThat(EventLoops.of("studio/netty/channel/nio/NioIoHandler")).isEmpty();
    }

    @Test
    void anEventLoopWithoutTheKnownMethodsIsNoted() throws Exception {
        byte[] other = ClassFiles.of(BlockingTableTest.class);

        transformer.transform(
                BlockingTableTest.class.getClassLoader(), "io/netty/channel/nio/NioIoHandler", null, null, other);

        assertThat(notes).singleElement().asString().endsWith("this version has none of the methods that are known.");
    }

    /** Netty 4.2 has it for those who know it from 4.1. */
    @Test
    void anEventLoopThatLeavesItsTasksToAnotherClassLacksNothing() throws Exception {
        String loop = "io/netty/channel/nio/NioEventLoop";

        transformer.transform(getClass().getClassLoader(), loop, null, null, ClassFiles.named(loop));

        assertThat(notes).isEmpty();
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
