package io.github.liveliness.agent;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Writes into one class what puts its threads under control. */
final class ControlWriter extends ClassVisitor {

    static final int API = Opcodes.ASM9;
    static final String HOOKS = "io/github/liveliness/agent/boot/ControlHooks";
    static final String CALLS = "io/github/liveliness/agent/boot/ControlCalls";

    private static final int FIRST_WITH_FRAMES = Opcodes.V1_6;

    private final ControlledCode code;
    private final boolean unlocks;
    private final Set<String> volatileFields = new HashSet<>();
    private final BiPredicate<String, String> otherVolatileFields;
    private boolean hasFrames;

    private ControlWriter(
            ClassVisitor next, ControlledCode code, boolean unlocks, BiPredicate<String, String> otherVolatileFields) {
        super(API, next);
        this.code = code;
        this.unlocks = unlocks;
        this.otherVolatileFields = otherVolatileFields;
    }

    /**
     * Returns the class under control, nothing where there is nothing to be done.
     *
     * @param unlocks whether its methods are to be synchronized no longer, but their bodies
     * @param otherVolatileFields whether a field of another class, by that class and its name, is volatile
     */
    static Optional<byte[]> write(
            byte[] classFile, ControlledCode code, boolean unlocks, BiPredicate<String, String> otherVolatileFields) {
        ClassReader reader = new ClassReader(classFile);
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        ControlWriter control = new ControlWriter(writer, code, unlocks, otherVolatileFields);
        reader.accept(control, 0);
        return code.isChanged() ? Optional.of(writer.toByteArray()) : Optional.empty();
    }

    @Override
    public void visit(int version, int access, String name, String signature, String superName, String[] interfaces) {
        hasFrames = (version & 0xffff) >= FIRST_WITH_FRAMES;
        super.visit(version, access, name, signature, superName, interfaces);
    }

    @Override
    public FieldVisitor visitField(int access, String name, String descriptor, String signature, Object value) {
        if ((access & Opcodes.ACC_VOLATILE) != 0) {
            volatileFields.add(name);
        }
        return super.visitField(access, name, descriptor, signature, value);
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, String signature, String[] exceptions) {
        if ((access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) != 0) {
            return super.visitMethod(access, name, descriptor, signature, exceptions);
        }
        boolean isLocked = (access & Opcodes.ACC_SYNCHRONIZED) != 0;
        boolean converts = isLocked && unlocks && hasFrames && code.isOfUser();
        int kept = converts ? access & ~Opcodes.ACC_SYNCHRONIZED : access;
        MethodVisitor method = super.visitMethod(kept, name, descriptor, signature, exceptions);
        if (converts) {
            code.unlocks();
            method = ControlledBody.locked(method, code.type(), (access & Opcodes.ACC_STATIC) != 0);
        } else if (name.equals("<clinit>") && hasFrames && code.isOfUser()) {
            code.changes();
            method = ControlledBody.initialiser(method);
        }
        return new ControlledMethod(method, code, name, descriptor, this::isVolatile);
    }

    private boolean isVolatile(String owner, String field) {
        return owner.equals(code.type()) ? volatileFields.contains(field) : otherVolatileFields.test(owner, field);
    }

    /** A class that is rewritten, and whether anything of it has been. */
    static final class ControlledCode {

        private final String type;
        private final boolean ofUser;
        private final List<ControlPoint> points;
        private boolean changed;
        private boolean unlocked;

        private ControlledCode(String type, boolean ofUser, List<ControlPoint> points) {
            this.type = type;
            this.ofUser = ofUser;
            this.points = points;
        }

        static ControlledCode ofJdk(String type) {
            return new ControlledCode(type, ControlTable.isLikeUsers(type), ControlTable.pointsOf(type));
        }

        static ControlledCode ofUser(String type) {
            return new ControlledCode(type, true, List.of());
        }

        String type() {
            return type;
        }

        boolean isOfUser() {
            return ofUser;
        }

        List<ControlPoint> points() {
            return points;
        }

        void changes() {
            changed = true;
        }

        void unlocks() {
            unlocked = true;
            changes();
        }

        /** Whether methods of it are synchronized no longer. */
        boolean isUnlocked() {
            return unlocked;
        }

        boolean isChanged() {
            return changed;
        }
    }
}
