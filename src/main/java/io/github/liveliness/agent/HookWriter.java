package io.github.liveliness.agent;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Writes hooks into the methods of one class; it adds no branch, so stack map frames stay as they are. */
final class HookWriter extends ClassVisitor {

    private static final int API = Opcodes.ASM9;
    static final String HOOKS = "io/github/liveliness/agent/boot/Hooks";

    private final HookChoice choice;
    private final Set<String> hooked = new HashSet<>();

    private HookWriter(ClassVisitor next, HookChoice choice) {
        super(API, next);
        this.choice = choice;
    }

    /** Returns the class with its hooks, nothing if no method gets one. */
    static Optional<byte[]> write(byte[] classFile, HookChoice choice) {
        ClassReader reader = new ClassReader(classFile);
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        HookWriter hooks = new HookWriter(writer, choice);
        reader.accept(hooks, 0);
        return hooks.hooked.isEmpty() ? Optional.empty() : Optional.of(writer.toByteArray());
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, String signature, String[] exceptions) {
        MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
        boolean hasCode = (access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) == 0;
        Optional<Hook> hook = hasCode ? choice.hookFor(access, name, descriptor) : Optional.empty();
        hook.ifPresent(any -> hooked.add(name + descriptor));
        return hook.<MethodVisitor>map(chosen -> chosen.place() == Hook.Place.FAILURE
                        ? new FailureCall(method, descriptor, chosen)
                        : new Call(method, access, descriptor, chosen))
                .orElse(method);
    }

    /** Which hook a method gets. */
    interface HookChoice {
        Optional<Hook> hookFor(int access, String method, String descriptor);
    }

    private static final class Call extends MethodVisitor {

        private final Hook hook;
        private final boolean isStatic;
        private final Type[] parameters;
        private final Label entry = new Label();
        private boolean entryHasLine;

        Call(MethodVisitor next, int access, String descriptor, Hook hook) {
            super(API, next);
            this.hook = hook;
            this.isStatic = (access & Opcodes.ACC_STATIC) != 0;
            this.parameters = Type.getArgumentTypes(descriptor);
        }

        @Override
        public void visitCode() {
            super.visitCode();
            super.visitLabel(entry);
            if (hook.place() == Hook.Place.ENTRY) {
                call();
            }
        }

        /** The call at the entry takes the method's first line, or its frame would show none. */
        @Override
        public void visitLineNumber(int line, Label start) {
            super.visitLineNumber(line, start);
            if (!entryHasLine) {
                entryHasLine = true;
                super.visitLineNumber(line, entry);
            }
        }

        @Override
        public void visitInsn(int opcode) {
            if (hook.place() == Hook.Place.RETURN && opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
                call();
            }
            super.visitInsn(opcode);
        }

        private void call() {
            if (hook.arguments().includeReceiver()) {
                super.visitVarInsn(Opcodes.ALOAD, 0);
            }
            if (hook.arguments() == Hook.Arguments.PARAMETERS) {
                loadParametersFrom(0);
            } else if (hook.arguments().includeLastParameter()) {
                loadParametersFrom(parameters.length - 1);
            }
            super.visitMethodInsn(Opcodes.INVOKESTATIC, HOOKS, hook.method(), hook.descriptor(), false);
        }

        private void loadParametersFrom(int first) {
            int local = isStatic ? 0 : 1;
            for (int index = 0; index < parameters.length; index++) {
                if (index >= first) {
                    super.visitVarInsn(parameters[index].getOpcode(Opcodes.ILOAD), local);
                }
                local += parameters[index].getSize();
            }
        }
    }
}
