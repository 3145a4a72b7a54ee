package io.github.liveliness.reach.programs;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Hidden classes with one static method, each of which keeps an object where no field shows it. */
final class GeneratedClass {
    private static final String NAME = Type.getInternalName(GeneratedClass.class);
    private static final String LOOKUP = Type.getDescriptor(Lookup.class);
    private static final AtomicReference<Handover<CountDownLatch>> NEXT = new AtomicReference<>();
    private static final AtomicReference<Moment> MOMENT = new AtomicReference<>();

    private GeneratedClass() {}

    /** Its {@code get()} returns this class data. */
    static Class<?> withClassData(Object data) throws ReflectiveOperationException {
        byte[] classFile = withMethod("()Ljava/lang/Object;", code -> {
            code.visitMethodInsn(
                    Opcodes.INVOKESTATIC, "java/lang/invoke/MethodHandles", "lookup", "()" + LOOKUP, false);
            code.visitLdcInsn("_");
            code.visitLdcInsn(Type.getType(Object.class));
            code.visitMethodInsn(
                    Opcodes.INVOKESTATIC,
                    "java/lang/invoke/MethodHandles",
                    "classData",
                    "(" + LOOKUP + "Ljava/lang/String;Ljava/lang/Class;)Ljava/lang/Object;",
                    false);
            code.visitInsn(Opcodes.ARETURN);
        });
        return MethodHandles.lookup()
                .defineHiddenClassWithClassData(classFile, data, true)
                .lookupClass();
    }

    /** Its {@code get()} returns the latch, which is a resolved constant of the class. */
    static Class<?> withConstant(CountDownLatch latch) throws ReflectiveOperationException {
        Class<?> type = define("()Ljava/lang/Object;", code -> {
            Handle bootstrap =
                    bootstrap("constant", "(" + LOOKUP + "Ljava/lang/String;Ljava/lang/Class;)Ljava/lang/Object;");
            code.visitLdcInsn(new ConstantDynamic("latch", "Ljava/lang/Object;", bootstrap));
            code.visitInsn(Opcodes.ARETURN);
        });
        return linked(type, latch);
    }

    /** Its {@code get()} returns the latch, which is bound to the target of a call site of the class. */
    static Class<?> withCallSite(CountDownLatch latch) throws ReflectiveOperationException {
        Class<?> type = define("()Ljava/lang/Object;", code -> {
            code.visitInvokeDynamicInsn("latch", "()Ljava/lang/Object;", callSiteBootstrap("callSite"));
            code.visitInsn(Opcodes.ARETURN);
        });
        return linked(type, latch);
    }

    /** Its {@code get(Handover)} takes a latch, links a call site only when the moment has come, and counts down. */
    static Class<?> withSlowLinkage(Moment moment) throws ReflectiveOperationException {
        MOMENT.set(moment);
        String handover = Type.getInternalName(Handover.class);
        return define("(L" + handover + ";)V", code -> {
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, handover, "take", "()Ljava/lang/Object;", false);
            code.visitInvokeDynamicInsn("countDown", "(Ljava/lang/Object;)V", callSiteBootstrap("slowCallSite"));
            code.visitInsn(Opcodes.RETURN);
        });
    }

    private static Class<?> linked(Class<?> type, CountDownLatch latch) throws ReflectiveOperationException {
        NEXT.set(new Handover<>(latch));
        type.getMethod("get").invoke(null);
        return type;
    }

    private static Class<?> define(String descriptor, Consumer<MethodVisitor> body) throws IllegalAccessException {
        return MethodHandles.lookup()
                .defineHiddenClass(withMethod(descriptor, body), true)
                .lookupClass();
    }

    private static byte[] withMethod(String descriptor, Consumer<MethodVisitor> body) {
        ClassWriter type = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        type.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, NAME + "Made", null, "java/lang/Object", null);
        MethodVisitor code = type.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "get", descriptor, null, null);
        code.visitCode();
        body.accept(code);
        code.visitMaxs(0, 0);
        code.visitEnd();
        type.visitEnd();
        return type.toByteArray();
    }

    private static Handle callSiteBootstrap(String name) {
        return bootstrap(
                name, "(" + LOOKUP + "Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;");
    }

    private static Handle bootstrap(String name, String descriptor) {
        return new Handle(Opcodes.H_INVOKESTATIC, NAME, name, descriptor, false);
    }

    static Object constant(Lookup lookup, String name, Class<?> type) {
        return NEXT.get().take();
    }

    static CallSite callSite(Lookup lookup, String name, MethodType type) {
        return new ConstantCallSite(
                MethodHandles.constant(Object.class, NEXT.get().take()));
    }

    static CallSite slowCallSite(Lookup lookup, String name, MethodType type)
            throws ReflectiveOperationException, InterruptedException {
        MOMENT.get().await();
        return new ConstantCallSite(lookup.findVirtual(CountDownLatch.class, name, MethodType.methodType(void.class))
                .asType(type));
    }
}
