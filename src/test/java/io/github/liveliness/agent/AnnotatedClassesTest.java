package io.github.liveliness.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.AllowBlocking;
import org.junit.jupiter.api.Test;

class AnnotatedClassesTest {

    private final AnnotatedClasses annotated = new AnnotatedClasses();

    @Test
    void theAnnotationIsWrittenAsInClassFiles() {
        assertThat(AnnotatedClasses.ANNOTATION).isEqualTo(AllowBlocking.class.descriptorString());
    }

    @Test
    void classesAreKnownByTheAnnotationWhereverItStandsInThem() throws Exception {
        for (Class<?> type : new Class<?>[] {OnType.class, OnMethod.class, OnConstructor.class, Plain.class}) {
            annotated.look(type.getName().replace('.', '/'), ClassFiles.of(type));
        }

        assertThat(annotated.names())
                .containsExactlyInAnyOrder(
                        OnType.class.getName(), OnMethod.class.getName(), OnConstructor.class.getName());
    }

    @Test
    void packagesAreLeftOutSinceTheyAreLoadedOnlyWhereOneAsks() throws Exception {
        annotated.look("com/acme/package-info", ClassFiles.of(OnType.class));

        assertThat(annotated.names()).isEmpty();
    }

    @Test
    void theProjectsClassesLieInDirectories() {
        assertThat(ProjectClasses.hold(getClass().getProtectionDomain())).isTrue();
        assertThat(ProjectClasses.hold(Test.class.getProtectionDomain())).isFalse();
        assertThat(ProjectClasses.hold(Object.class.getProtectionDomain())).isFalse();
        assertThat(ProjectClasses.hold(null)).isFalse();
    }

    @Test
    void theirClassFilesAreRead() throws Exception {
        Runnable lambda = () -> {};

        assertThat(ProjectClasses.classFile(OnType.class)).contains(ClassFiles.of(OnType.class));
        assertThat(ProjectClasses.classFile(OnType[].class)).isEmpty();
        assertThat(ProjectClasses.classFile(lambda.getClass())).isEmpty();
        assertThat(ProjectClasses.classFile(Test.class)).isEmpty();
    }

    @AllowBlocking(reason = "a type")
    static final class OnType {}

    static final class OnMethod {
        @AllowBlocking(reason = "a method")
        void load() {}
    }

    static final class OnConstructor {
        @AllowBlocking(reason = "a constructor")
        OnConstructor() {}
    }

    /** It speaks of the annotation, and has none. */
    static final class Plain {
        Class<?> type() {
            return AllowBlocking.class;
        }
    }
}
