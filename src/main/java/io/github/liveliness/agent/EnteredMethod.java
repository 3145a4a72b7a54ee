package io.github.liveliness.agent;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** A method with something before its body. */
abstract class EnteredMethod extends MethodVisitor {

    private final Label entry = new Label();
    private boolean entryHasLine;

    EnteredMethod(MethodVisitor next) {
        super(HookedClass.API, next);
    }

    /** Writes what comes before the body. */
    abstract void begin();

    @Override
    public void visitCode() {
        super.visitCode();
        mv.visitLabel(entry);
        begin();
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

    static boolean isReturn(int opcode) {
        return opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN;
    }
}
