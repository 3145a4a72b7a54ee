package io.github.liveliness.agent;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** The body of a method under control that others may have to wait for. */
abstract class ControlledBody extends BracketedMethod {

    private ControlledBody(MethodVisitor next, Object... localsAtEnd) {
        super(next, localsAtEnd);
    }

    /** The body of a synchronized method, as a synchronized block: a monitor that a method enters itself cannot be waited for. */
    static MethodVisitor locked(MethodVisitor next, String type, boolean isStatic) {
        return isStatic ? new Locked(next, Type.getObjectType(type)) : new Locked(next, type);
    }

    /** A static initialiser. */
    static MethodVisitor initialiser(MethodVisitor next) {
        return new ControlledBody(next) {
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

    final void call(String hook, String descriptor) {
        mv.visitMethodInsn(Opcodes.INVOKESTATIC, ControlWriter.HOOKS, hook, descriptor, false);
    }

    private static final class Locked extends ControlledBody {

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
