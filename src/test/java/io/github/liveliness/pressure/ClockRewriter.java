package io.github.liveliness.pressure;

import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Adds to the wall clock, wherever a class reads it, what it is ahead. */
final class ClockRewriter extends ClassVisitor {
    private final boolean isTheClock;
    private boolean rewritten;

    ClockRewriter(ClassVisitor next, String name) {
        super(Opcodes.ASM9, next);
        this.isTheClock = name.equals("java/time/Clock");
    }

    boolean hasRewritten() {
        return rewritten;
    }

    @Override
    public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] thrown) {
        MethodVisitor next = super.visitMethod(access, name, descriptor, signature, thrown);
        if (!isTheClock) {
            return new Milliseconds(next);
        }
        return name.equals("currentInstant") ? new Instants(next) : next;
    }

    private void addAhead(MethodVisitor code) {
        rewritten = true;
        code.visitLdcInsn(WallClock.AHEAD);
        code.visitInsn(Opcodes.LCONST_0);
        code.visitMethodInsn(
                Opcodes.INVOKESTATIC, "java/lang/Long", "getLong", "(Ljava/lang/String;J)Ljava/lang/Long;", false);
        code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, "java/lang/Long", "longValue", "()J", false);
    }

    private final class Milliseconds extends MethodVisitor {
        Milliseconds(MethodVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
            if (owner.equals("java/lang/System") && name.equals("currentTimeMillis")) {
                addAhead(mv);
                mv.visitInsn(Opcodes.LADD);
            }
        }
    }

    /** The JDK's own source of instants, which does not count in milliseconds. */
    private final class Instants extends MethodVisitor {
        Instants(MethodVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visitInsn(int opcode) {
            if (opcode == Opcodes.ARETURN) {
                addAhead(mv);
                mv.visitMethodInsn(
                        Opcodes.INVOKEVIRTUAL, "java/time/Instant", "plusMillis", "(J)Ljava/time/Instant;", false);
            }
            super.visitInsn(opcode);
        }
    }
}
