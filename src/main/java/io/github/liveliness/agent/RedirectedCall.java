package io.github.liveliness.agent;

/**
 * A call that becomes a call of {@link io.github.liveliness.agent.boot.ControlCalls}, which takes the object that the method
 * was called on as its first parameter.
 *
 * @param owner the internal name of the class that has the method; {@link #ANY} for a final method of {@code Object}
 * @param instead the method that is called instead
 * @param insteadDescriptor its descriptor
 */
record RedirectedCall(String owner, String name, String descriptor, String instead, String insteadDescriptor) {

    static final String ANY = "";

    boolean isOf(String itsOwner, String itsName, String itsDescriptor) {
        return name.equals(itsName)
                && descriptor.equals(itsDescriptor)
                && (owner.equals(ANY) || owner.equals(itsOwner));
    }
}
