package io.github.liveliness;

import java.lang.reflect.UndeclaredThrowableException;
import java.util.Collection;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.extension.InvocationInterceptor.Invocation;

/**
 * What a test factory returned and makes its tests only as JUnit asks for them: each step of that runs under a guard.
 *
 * <p>A collection or an array holds its tests already, and stays what it is.
 */
final class GuardedNodes {
    private final Steps steps;

    /** Runs one step under a guard. */
    @FunctionalInterface
    interface Steps {
        Object take(Invocation<Object> step) throws Throwable;
    }

    GuardedNodes(Steps steps) {
        this.steps = steps;
    }

    /** The same nodes in something that JUnit takes as well. */
    Object of(Object nodes) {
        if (nodes instanceof Stream<?> stream) {
            return of(stream);
        }
        if (nodes instanceof Iterator<?> iterator) {
            return new GuardedIterator(iterator);
        }
        if (nodes instanceof Iterable<?> iterable && !(nodes instanceof Collection)) {
            return (Iterable<Object>) () -> new GuardedIterator((Iterator<?>) take(iterable::iterator));
        }
        return nodes;
    }

    private Stream<Object> of(Stream<?> stream) {
        Iterator<Object> iterator = new GuardedIterator(stream.iterator());
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(iterator, Spliterator.ORDERED), false)
                .onClose(() -> take(() -> {
                    stream.close();
                    return stream;
                }));
    }

    /** No iterator declares what a step may throw. */
    private Object take(Invocation<Object> step) {
        try {
            return steps.take(step);
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable checked) {
            throw new UndeclaredThrowableException(checked);
        }
    }

    private final class GuardedIterator implements Iterator<Object> {
        private final Iterator<?> nodes;

        GuardedIterator(Iterator<?> nodes) {
            this.nodes = nodes;
        }

        @Override
        public boolean hasNext() {
            return (Boolean) take(nodes::hasNext);
        }

        @Override
        public Object next() {
            return take(nodes::next);
        }
    }
}
