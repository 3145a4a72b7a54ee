package io.github.liveliness.reach.programs;

import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/** Attacks: what leads to the latch hangs on a class, where a dump doesn't show it or hardly does. */
final class ClassMirrors {
    private static final AtomicReference<Handover<CountDownLatch>> NEXT = new AtomicReference<>();
    private static final ClassValue<CountDownLatch> LATCHES = new ClassValue<>() {
        @Override
        protected CountDownLatch computeValue(Class<?> type) {
            return NEXT.get().take();
        }
    };

    private ClassMirrors() {}

    static Map<String, Program> programs() {
        return new Programs()
                .add(
                        "a class value of a user's class",
                        1,
                        (waiters, moment) -> classValue(ClassMirrors.class, waiters, moment))
                .add(
                        "a class value of a primitive class",
                        1,
                        (waiters, moment) -> classValue(int.class, waiters, moment))
                .add(
                        "the data of a hidden class",
                        1,
                        (waiters, moment) -> generated(GeneratedClass::withClassData, waiters, moment))
                .add("the data of a hidden class, in an array", 1, ClassMirrors::dataInArray)
                .add(
                        "a resolved constant of a class",
                        1,
                        (waiters, moment) -> generated(GeneratedClass::withConstant, waiters, moment))
                .add(
                        "the target of a call site",
                        1,
                        (waiters, moment) -> generated(GeneratedClass::withCallSite, waiters, moment))
                .add("a field of a class's loader", 1, ClassMirrors::loader)
                .add("a field of the loader of an object's class", 1, ClassMirrors::loaderOfInstance)
                .add("a field of a class's protection domain", 1, ClassMirrors::domain)
                .map();
    }

    /** Makes a class whose {@code get()} returns the latch. */
    @FunctionalInterface
    private interface Maker {
        Class<?> make(CountDownLatch latch) throws ReflectiveOperationException;
    }

    private static void classValue(Class<?> type, Waiters waiters, Moment moment) {
        CountDownLatch latch = new CountDownLatch(1);
        NEXT.set(new Handover<>(latch));
        LATCHES.get(type);
        waiters.start(latch::await);
        Body.aside(() -> {
            moment.await();
            LATCHES.get(type).countDown();
        });
    }

    private static void generated(Maker maker, Waiters waiters, Moment moment) throws ReflectiveOperationException {
        CountDownLatch latch = new CountDownLatch(1);
        Class<?> type = maker.make(latch);
        waiters.start(latch::await);
        Body.aside(() -> {
            moment.await();
            ((CountDownLatch) type.getMethod("get").invoke(null)).countDown();
        });
    }

    private static void dataInArray(Waiters waiters, Moment moment) throws ReflectiveOperationException {
        CountDownLatch latch = new CountDownLatch(1);
        Class<?> type = GeneratedClass.withClassData(new CountDownLatch[] {latch});
        waiters.start(latch::await);
        Body.aside(() -> {
            moment.await();
            ((CountDownLatch[]) type.getMethod("get").invoke(null))[0].countDown();
        });
    }

    private static void loader(Waiters waiters, Moment moment) {
        CountDownLatch latch = new CountDownLatch(1);
        Class<?> type = new LatchLoader(latch).define(emptyClass());
        waiters.start(latch::await);
        countDownLoader(type, moment);
    }

    private static void countDownLoader(Class<?> type, Moment moment) {
        Body.aside(() -> {
            moment.await();
            ((LatchLoader) type.getClassLoader()).latch().countDown();
        });
    }

    private static void loaderOfInstance(Waiters waiters, Moment moment) throws ReflectiveOperationException {
        CountDownLatch latch = new CountDownLatch(1);
        Object instance =
                new LatchLoader(latch).define(emptyClass()).getConstructor().newInstance();
        waiters.start(latch::await);
        Body.aside(() -> {
            moment.await();
            ((LatchLoader) instance.getClass().getClassLoader()).latch().countDown();
        });
    }

    private static void domain(Waiters waiters, Moment moment) {
        CountDownLatch latch = new CountDownLatch(1);
        Class<?> type = new DomainLoader().define(emptyClass(), new LatchDomain(latch));
        waiters.start(latch::await);
        Body.aside(() -> {
            moment.await();
            ((LatchDomain) type.getProtectionDomain()).latch.countDown();
        });
    }

    private static byte[] emptyClass() {
        ClassWriter type = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        type.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "generated/Empty", null, "java/lang/Object", null);
        var constructor = type.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
        constructor.visitVarInsn(Opcodes.ALOAD, 0);
        constructor.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
        constructor.visitInsn(Opcodes.RETURN);
        constructor.visitMaxs(0, 0);
        constructor.visitEnd();
        return type.toByteArray();
    }

    private static final class DomainLoader extends ClassLoader {
        Class<?> define(byte[] classFile, ProtectionDomain domain) {
            return defineClass(null, classFile, 0, classFile.length, domain);
        }
    }

    private static final class LatchDomain extends ProtectionDomain {
        private final CountDownLatch latch;

        LatchDomain(CountDownLatch latch) {
            super(new CodeSource(null, new java.security.cert.Certificate[0]), null);
            this.latch = latch;
        }
    }
}
