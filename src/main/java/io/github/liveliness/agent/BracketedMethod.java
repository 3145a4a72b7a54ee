package io.github.liveliness.agent;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * A method with something before its body and something after it, however the body ends. What comes after is not guarded by
 * itself: where it throws, it is not begun again.
 */
abstract class BracketedMethod extends EnteredMethod {

    private final Object[] localsAtEnd;
    private final List<Label> starts = new ArrayList<>();
    private final List<Label> ends = new ArrayList<>();

    /** @param localsAtEnd what is known of the locals wherever the body ends */
    BracketedMethod(MethodVisitor next, Object... localsAtEnd) {
        super(next);
        this.localsAtEnd = localsAtEnd;
    }

    /** Writes what comes after the body. */
    abstract void end();

    @Override
    public void visitCode() {
        super.visitCode();
        starts.add(mark());
    }

    @Override
    public void visitInsn(int opcode) {
        if (!isReturn(opcode)) {
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
}
