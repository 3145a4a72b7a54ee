package io.github.liveliness;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;

/**
 * Allows the code that it stands on, and whatever that code calls, to block a thread of a bounded executor.
 *
 * <pre>{@code
 * @AllowBlocking(reason = "the price list is small, and read once")
 * private PriceList load() { ... }
 * }</pre>
 *
 * <p>On a method or constructor it applies to the lambdas and anonymous classes in it too; on a type, to its nested types;
 * on a package, to that package alone. Overloads share it: a stack does not tell them apart. It is not inherited: an
 * overriding method needs its own.
 *
 * <p>One that has allowed nothing in any test is told when all tests are over, except on a package: it may be that nothing
 * blocks there any more.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Target({ElementType.METHOD, ElementType.CONSTRUCTOR, ElementType.TYPE, ElementType.PACKAGE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface AllowBlocking {

    /**
     * Why it may block. Whoever finds the annotation in a year wants to know whether that is still so.
     *
     * @return a few words; blank ones are refused
     */
    String reason();
}
