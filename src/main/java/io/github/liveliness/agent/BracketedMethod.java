package io.github.liveliness.agent;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** A method with something before its body and something after it, however the body ends. */
abstract class BracketedMethod extends MethodVisitor {

    private final Object[] localsAtEnd;
    private final List<Label> starts = new ArrayList<>();
    private final List<Label> ends = new ArrayList<>();
    private Label entry = new Label();
    private boolean entryHasLine;

    private BracketedMethod(MethodVisitor next, Object... localsAtEnd) {
        super(ControlWriter.API, next);
        this.localsAtEnd = localsAtEnd;
    }

    /** The body of a synchronized method, as a synchronized block: a monitor that a method enters itself cannot be waited for. */
    static MethodVisitor locked(MethodVisitor next, String type, boolean isStatic) {
        return isStatic ? new Locked(next, Type.getObjectType(type)) : new Locked(next, type);
    }

    /** A static initialiser. */
    static MethodVisitor initialiser(MethodVisitor next) {
        return new BracketedMethod(next) {
            @Override
            void begin() {
                call("initialiserBegins", "()V");
            }

            @Override
            void end() {
                call("initialiserEnds", "()V");
            }
        };
    }

    abstract void begin();

    abstract void end();

    final void call(String hook, String descriptor) {
        mv.visitMethodInsn(Opcodes.INVOKESTATIC, ControlWriter.HOOKS, hook, descriptor, false);
    }

    @Override
    public void visitCode() {
        super.visitCode();
        entry = mark();
        begin();
        starts.add(mark());
    }

    /** What comes before the body takes its first line, or its frame would show none. */
    @Override
    public void visitLineNumber(int line, Label start) {
        super.visitLineNumber(line, start);
        if (!entryHasLine) {
            entryHasLine = true;
            super.visitLineNumber(line, entry);
        }
    }

    /** What comes after the body must not be guarded by itself. */
    @Override
    public void visitInsn(int opcode) {
        if (opcode < Opcodes.IRETURN || opcode > Opcodes.RETURN) {
            super.visitInsn(opcode);
            return;
        }
        ends.add(mark());
        end();
        super.visitInsn(opcode);
        starts.add(mark());
    }

    /** The handler comes last, so that the method's own go first. */
    @Override
    public void visitMaxs(int stack, int locals) {
        Label handler = mark();
        ends.add(handler);
        for (int range = 0; range < starts.size(); range++) {
            if (starts.get(range).getOffset() < ends.get(range).getOffset()) {
                mv.visitTryCatchBlock(starts.get(range), ends.get(range), handler, null);
            }
        }
        mv.visitFrame(Opcodes.F_FULL, localsAtEnd.length, localsAtEnd, 1, new Object[] {"java/lang/Throwable"});
        end();
        mv.visitInsn(Opcodes.ATHROW);
        super.visitMaxs(stack, locals);
    }

    private Label mark() {
        Label label = new Label();
        mv.visitLabel(label);
        return label;
    }

    private static final class Locked extends BracketedMethod {

        private final Type type;
        private final boolean isStatic;

        Locked(MethodVisitor next, Type type) {
            super(next);
            this.type = type;
            this.isStatic = true;
        }

        Locked(MethodVisitor next, String type) {
            super(next, type);
            this.type = Type.getObjectType(type);
            this.isStatic = false;
        }

        @Override
        void begin() {
            around("monitorEnters", Opcodes.MONITORENTER);
        }

        @Override
        void end() {
            around("monitorExits", Opcodes.MONITOREXIT);
        }

        private void around(String hook, int opcode) {
            if (isStatic) {
                mv.visitLdcInsn(type);
            } else {
                mv.visitVarInsn(Opcodes.ALOAD, 0);
            }
            mv.visitInsn(Opcodes.DUP);
            call(hook, "(Ljava/lang/Object;)V");
            mv.visitInsn(opcode);
        }
    }
}
