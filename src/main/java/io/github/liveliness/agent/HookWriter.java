package io.github.liveliness.agent;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Writes hooks into the methods of one class; it adds no branch, so stack map frames stay as they are. */
final class HookWriter extends HookedClass {

    static final String HOOKS = "io/github/liveliness/agent/boot/Hooks";

    private final HookChoice choice;
    private final Set<String> hooked = new HashSet<>();

    private HookWriter(byte[] classFile, HookChoice choice) {
        super(classFile);
        this.choice = choice;
    }

    /** Returns the class with its hooks, nothing if no method gets one. */
    static Optional<byte[]> write(byte[] classFile, HookChoice choice) {
        HookWriter hooks = new HookWriter(classFile, choice);
        hooks.write();
        return hooks.hooked.isEmpty() ? Optional.empty() : Optional.of(hooks.toByteArray());
    }

    @Override
    MethodVisitor hooked(MethodVisitor method, int access, String name, String descriptor) {
        Optional<Hook> hook = choice.hookFor(access, name, descriptor);
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

    private static final class Call extends EnteredMethod {

        private final Hook hook;
        private final boolean isStatic;
        private final Type[] parameters;

        Call(MethodVisitor next, int access, String descriptor, Hook hook) {
            super(next);
            this.hook = hook;
            this.isStatic = isStatic(access);
            this.parameters = Type.getArgumentTypes(descriptor);
        }

        @Override
        void begin() {
            if (hook.place() == Hook.Place.ENTRY) {
                call();
            }
        }

        @Override
        public void visitInsn(int opcode) {
            if (hook.place() == Hook.Place.RETURN && isReturn(opcode)) {
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
