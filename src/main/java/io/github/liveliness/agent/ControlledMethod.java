package io.github.liveliness.agent;

import io.github.liveliness.agent.ControlWriter.ControlledCode;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Redirects what one method calls, and writes points before what other threads can see. */
final class ControlledMethod extends MethodVisitor {

    private static final String OF_OBJECT = "(Ljava/lang/Object;)V";

    private final ControlledCode code;
    private final String name;
    private final String descriptor;
    private final BiPredicate<String, String> isVolatile;
    private final List<RedirectedCall> redirected;

    /** @param isVolatile whether a field, by its class and name, is volatile */
    ControlledMethod(
            MethodVisitor next,
            ControlledCode code,
            String name,
            String descriptor,
            BiPredicate<String, String> isVolatile) {
        super(ControlWriter.API, next);
        this.code = code;
        this.name = name;
        this.descriptor = descriptor;
        this.isVolatile = isVolatile;
        this.redirected = ControlTable.callsIn(code.type(), name);
    }

    @Override
    public void visitCode() {
        super.visitCode();
        code.points().stream()
                .filter(point -> point.is(name, descriptor))
                .findFirst()
                .ifPresent(this::tell);
        if (code.isOfUser() && name.equals("run") && descriptor.equals("()V")) {
            hook("threadBegins", "()V");
        }
    }

    private void tell(ControlPoint point) {
        if (point.told().includesReceiver()) {
            super.visitVarInsn(Opcodes.ALOAD, 0);
        } else if (point.told() == ControlPoint.Told.THROWABLE_AND_MAY_PREVENT) {
            super.visitVarInsn(Opcodes.ALOAD, 1);
        }
        hook(point.hook(), point.told().descriptor());
        if (point.told().mayPrevent()) {
            Label goOn = new Label();
            super.visitJumpInsn(Opcodes.IFEQ, goOn);
            super.visitInsn(Opcodes.RETURN);
            super.visitLabel(goOn);
            super.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
        }
    }

    @Override
    public void visitInsn(int opcode) {
        boolean enters = opcode == Opcodes.MONITORENTER;
        if ((enters || opcode == Opcodes.MONITOREXIT) && (code.isOfUser() || ControlTable.isInner(code.type()))) {
            super.visitInsn(Opcodes.DUP);
            hook(enters ? code.isOfUser() ? "monitorEnters" : "innerMonitorEnters" : "monitorExits", OF_OBJECT);
        }
        super.visitInsn(opcode);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String field, String type) {
        if (code.isOfUser() && !name.equals("<init>") && isVolatile.test(owner, field)) {
            boolean writes = opcode == Opcodes.PUTFIELD || opcode == Opcodes.PUTSTATIC;
            boolean isStatic = opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC;
            point("touches", isStatic, writes ? Type.getType(type).getSize() : 0);
        }
        super.visitFieldInsn(opcode, owner, field, type);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String called, String type, boolean isInterface) {
        Optional<RedirectedCall> redirection = opcode == Opcodes.INVOKESPECIAL
                ? Optional.empty()
                : redirected.stream()
                        .filter(call -> call.isOf(owner, called, type))
                        .findFirst();
        if (redirection.isPresent()) {
            call(
                    ControlWriter.CALLS,
                    redirection.get().instead(),
                    redirection.get().insteadDescriptor());
            return;
        }
        if (ControlTable.isPark(code.type(), owner, called)) {
            parks();
        }
        announce(opcode, owner, called, type);
        super.visitMethodInsn(opcode, owner, called, type, isInterface);
    }

    /** The hook may change the time for which the call that comes parks. */
    private void parks() {
        super.visitInsn(Opcodes.DUP2_X1);
        super.visitInsn(Opcodes.POP2);
        super.visitInsn(Opcodes.DUP_X2);
        hook("park", "(JZ)J");
    }

    private void announce(int opcode, String owner, String called, String type) {
        if (code.type().equals(ControlTable.THREAD)) {
            if (called.equals(ControlTable.START)) {
                super.visitInsn(Opcodes.DUP);
                hook("threadStarts", OF_OBJECT);
            }
        } else if (code.isOfUser()) {
            if (opcode != Opcodes.INVOKESPECIAL) {
                int size = (Type.getArgumentsAndReturnSizes(type) >> 2) - 1;
                UserCalls.hookBefore(owner, called)
                        .ifPresent(before -> point(before, opcode == Opcodes.INVOKESTATIC, size));
            }
        } else {
            TaskLoop.of(code.type()).ifPresent(loop -> announceWork(loop, called));
        }
    }

    private void announceWork(TaskLoop loop, String called) {
        if (loop.method().equals(name)) {
            announceTask(called);
        } else if (name.equals("getTask") && (called.equals("take") || called.equals("poll"))) {
            hook("workerRests", "()V");
        }
    }

    private void announceTask(String called) {
        if (called.equals("run") || called.equals("doExec")) {
            hook("taskBegins", "()V");
        } else if (called.equals("afterExecute")) {
            hook("taskEnds", "()V");
        }
    }

    /** A point, told the object on which the arguments lie that take so many places; of many it is told none. */
    private void point(String hook, boolean isStatic, int arguments) {
        if (isStatic || arguments > 2) {
            super.visitInsn(Opcodes.ACONST_NULL);
            hook(hook, OF_OBJECT);
        } else if (arguments == 0) {
            super.visitInsn(Opcodes.DUP);
            hook(hook, OF_OBJECT);
        } else if (arguments == 1) {
            super.visitInsn(Opcodes.DUP2);
            super.visitInsn(Opcodes.POP);
            hook(hook, OF_OBJECT);
        } else {
            super.visitInsn(Opcodes.DUP2_X1);
            super.visitInsn(Opcodes.POP2);
            super.visitInsn(Opcodes.DUP);
            hook(hook, OF_OBJECT);
            super.visitInsn(Opcodes.DUP_X2);
            super.visitInsn(Opcodes.POP);
        }
    }

    private void hook(String hook, String itsDescriptor) {
        call(ControlWriter.HOOKS, hook, itsDescriptor);
    }

    private void call(String owner, String method, String itsDescriptor) {
        code.changes();
        super.visitMethodInsn(Opcodes.INVOKESTATIC, owner, method, itsDescriptor, false);
    }
}
