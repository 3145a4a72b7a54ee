package io.github.liveliness.agent;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes the call of a hook where a stage of a {@code CompletableFuture} is about to complete exceptionally, and hands it the
 * function of the stage: it may have failed, or not be called at all because the stage before has failed.
 *
 * <p>A stage that keeps its function in a field reads it into a local variable first, for the field is cleared; where there is
 * no such field the function is the last parameter. At the call the exception lies on the stack, and over it, maybe, the
 * result of the stage before.
 */
final class FailureCall extends MethodVisitor {

    private static final String FUTURE = "java/util/concurrent/CompletableFuture";
    private static final String FIELD = "fn";

    private final Hook hook;
    private int function;
    private boolean hasRead;

    FailureCall(MethodVisitor next, String descriptor, Hook hook) {
        super(Opcodes.ASM9, next);
        this.hook = hook;
        this.function = Type.getArgumentTypes(descriptor).length;
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        super.visitFieldInsn(opcode, owner, name, descriptor);
        hasRead = opcode == Opcodes.GETFIELD && name.equals(FIELD);
    }

    @Override
    public void visitVarInsn(int opcode, int local) {
        super.visitVarInsn(opcode, local);
        if (hasRead && opcode == Opcodes.ASTORE) {
            function = local;
        }
        hasRead = false;
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        if (owner.equals(FUTURE) && (name.equals("completeThrowable") || name.equals("encodeThrowable"))) {
            call(Type.getArgumentTypes(descriptor).length > 1);
        }
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
    }

    private void call(boolean resultIsOnTop) {
        if (resultIsOnTop) {
            super.visitInsn(Opcodes.DUP2);
            super.visitInsn(Opcodes.POP);
        } else {
            super.visitInsn(Opcodes.DUP);
        }
        super.visitVarInsn(Opcodes.ALOAD, function);
        super.visitInsn(Opcodes.SWAP);
        super.visitMethodInsn(Opcodes.INVOKESTATIC, HookWriter.HOOKS, hook.method(), hook.descriptor(), false);
    }
}
