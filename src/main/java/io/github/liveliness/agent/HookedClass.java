package io.github.liveliness.agent;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** A class file that gets hooks in some of its methods; what gets none is copied, and stack map frames stay as they are. */
abstract class HookedClass extends ClassVisitor {

    static final int API = Opcodes.ASM9;

    private final ClassReader reader;
    private final ClassWriter writer;

    HookedClass(byte[] classFile) {
        this(new ClassReader(classFile));
    }

    private HookedClass(ClassReader reader) {
        this(reader, new ClassWriter(reader, ClassWriter.COMPUTE_MAXS));
    }

    private HookedClass(ClassReader reader, ClassWriter writer) {
        super(API, writer);
        this.reader = reader;
        this.writer = writer;
    }

    /** Goes through all methods. */
    final void write() {
        reader.accept(this, 0);
    }

    /** Goes through the names of all methods, and writes nothing. */
    final void look() {
        reader.accept(this, ClassReader.SKIP_CODE);
    }

    /** The class with its hooks, once they are written. */
    final byte[] toByteArray() {
        return writer.toByteArray();
    }

    final String className() {
        return reader.getClassName();
    }

    final String superName() {
        return reader.getSuperName();
    }

    /** A method that has a body, with its hooks if it gets any. */
    abstract MethodVisitor hooked(MethodVisitor method, int access, String name, String descriptor);

    @Override
    public final MethodVisitor visitMethod(
            int access, String name, String descriptor, String signature, String[] exceptions) {
        MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
        boolean hasBody = (access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) == 0;
        return hasBody ? hooked(method, access, name, descriptor) : method;
    }

    static boolean isStatic(int access) {
        return (access & Opcodes.ACC_STATIC) != 0;
    }
}
