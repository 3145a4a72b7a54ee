package io.github.liveliness.blocking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.liveliness.AllowBlocking;
import io.github.liveliness.blocking.allowed.InAllowedPackage;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.lang.reflect.AnnotatedElement;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

class ReadAnnotationsTest {

    private static final String INITIALISED = "liveliness.internal.initialised";

    private final ReadAnnotations annotations =
            new ReadAnnotations(getClass().getClassLoader(), ReadAnnotationsTest::reason);

    @Test
    void reasonsAreReadOfMethodsConstructorsTypesAndPackages() {
        String type = Annotated.class.getName();

        assertThat(annotations.ofMethod(type, "method")).contains(new Permission(type + "#method", "on a method"));
        assertThat(annotations.ofConstructor(type)).contains(new Permission(type + "#new", "on a constructor"));
        assertThat(annotations.ofType(type)).contains(new Permission(type, "on a type"));
        assertThat(annotations.ofPackage(InAllowedPackage.class.getName()))
                .contains(new Permission(InAllowedPackage.class.getPackageName(), "the whole package may"));
    }

    @Test
    void whatIsNotAnnotatedHasNoReason() {
        String type = Plain.class.getName();

        assertThat(annotations.ofMethod(type, "method")).isEmpty();
        assertThat(annotations.ofMethod(Annotated.class.getName(), "other")).isEmpty();
        assertThat(annotations.ofConstructor(type)).isEmpty();
        assertThat(annotations.ofType(type)).isEmpty();
        assertThat(annotations.ofPackage(type)).isEmpty();
    }

    @Test
    void theReasonOnOneOverloadCountsForAll() {
        assertThat(annotations.ofMethod(Annotated.class.getName(), "overloaded"))
                .map(Permission::reason)
                .contains("on an overload");
    }

    @Test
    void aClassWithoutANameBelongsToTheMethodThatItStandsIn() {
        String anonymous = new Annotated().method().getClass().getName();

        assertThat(annotations.ofCodeAround(anonymous))
                .contains(new Permission(Annotated.class.getName() + "#method", "on a method"));
        assertThat(annotations.ofType(anonymous)).isEmpty();
        assertThat(annotations.ofCodeAround(
                        new Annotated(1).inConstructor.getClass().getName()))
                .contains(new Permission(Annotated.class.getName() + "#new", "on another constructor"));
        assertThat(annotations.ofCodeAround(Plain.class.getName())).isEmpty();
    }

    @Test
    void whatStandsInAClassIsNeitherOnItsPackageNorAroundIt() {
        String type = Annotated.class.getName();

        assertThat(annotations.in(type))
                .extracting(Permission::on)
                .containsExactly(type, type + "#new", type + "#method", type + "#overloaded");
        assertThat(annotations.in(new Annotated().method().getClass().getName()))
                .isEmpty();
        assertThat(annotations.in(InAllowedPackage.class.getName())).isEmpty();
        assertThat(annotations.in("com.acme.Gone")).isEmpty();
    }

    @Test
    void classesAreReadWithoutBeingInitialised() {
        assertThat(annotations.ofType(Initialising.class.getName())).isPresent();

        assertThat(System.getProperty(INITIALISED)).isNull();
    }

    @Test
    void aMissingClassHasNoReason() {
        assertThat(annotations.ofType("com.acme.Gone")).isEmpty();
        assertThat(annotations.ofMethod("com.acme.Orders$$Lambda/0x0000000800c03000", "run"))
                .isEmpty();
    }

    @Test
    void aClassWhoseMethodsCannotBeReadKeepsTheReasonOnItself() {
        ReadAnnotations lacking = new ReadAnnotations(new Lacking(Set.of(Broken.class)), ReadAnnotationsTest::reason);

        assertThat(lacking.ofMethod(Broken.class.getName(), "method")).isEmpty();
        assertThat(lacking.ofType(Broken.class.getName())).isPresent();
        assertThat(annotations.ofMethod(Broken.class.getName(), "method")).isPresent();
    }

    @Test
    void aClassThatCannotBeLinkedHasNoReason() {
        ReadAnnotations lacking =
                new ReadAnnotations(new Lacking(Set.of(ChildOfMissing.class)), ReadAnnotationsTest::reason);

        assertThat(lacking.ofType(ChildOfMissing.class.getName())).isEmpty();
    }

    @Test
    void nobodysClassLoaderIsHeld() {
        Asked asked = Asked.withALoaderOfItsOwn();

        await().untilAsserted(() -> {
            System.gc();
            assertThat(asked.loader.get()).isNull();
        });
        assertThat(asked.annotations.ofType(Broken.class.getName())).isEmpty();
    }

    private record Asked(ReadAnnotations annotations, WeakReference<ClassLoader> loader) {
        static Asked withALoaderOfItsOwn() {
            ClassLoader loader = new Lacking(Set.of(Broken.class));
            ReadAnnotations annotations = new ReadAnnotations(loader, ReadAnnotationsTest::reason);
            assertThat(annotations.ofType(Broken.class.getName())).isPresent();
            return new Asked(annotations, new WeakReference<>(loader));
        }
    }

    private static Optional<String> reason(AnnotatedElement element) {
        return Optional.ofNullable(element.getAnnotation(AllowBlocking.class)).map(AllowBlocking::reason);
    }

    @AllowBlocking(reason = "on a type")
    static class Annotated {
        Callable<?> inConstructor = () -> "";

        @AllowBlocking(reason = "on a constructor")
        Annotated() {}

        @AllowBlocking(reason = "on another constructor")
        Annotated(int number) {
            inConstructor = new Callable<>() {
                @Override
                public Integer call() {
                    return number;
                }
            };
        }

        @AllowBlocking(reason = "on a method")
        Callable<?> method() {
            return new Callable<String>() {
                @Override
                public String call() {
                    return "";
                }
            };
        }

        void other() {}

        void overloaded() {}

        @AllowBlocking(reason = "on an overload")
        void overloaded(int number) {}
    }

    static class Plain {
        void method() {}
    }

    @AllowBlocking(reason = "on a type")
    static class Initialising {
        static {
            System.setProperty(INITIALISED, "true");
        }
    }

    static class Missing {}

    static class ChildOfMissing extends Missing {}

    @AllowBlocking(reason = "on a type")
    static class Broken {
        @AllowBlocking(reason = "on a method")
        Missing method() {
            return new Missing();
        }
    }

    /** Defines some classes by itself, and cannot find {@link Missing}. */
    private static final class Lacking extends ClassLoader {
        private final Set<Class<?>> own;

        Lacking(Set<Class<?>> own) {
            super(ReadAnnotationsTest.class.getClassLoader());
            this.own = own;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.equals(Missing.class.getName())) {
                throw new ClassNotFoundException(name);
            }
            Optional<Class<?>> twin =
                    own.stream().filter(type -> type.getName().equals(name)).findFirst();
            if (twin.isEmpty() || findLoadedClass(name) != null) {
                return super.loadClass(name, resolve);
            }
            try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = file.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
