package io.github.liveliness;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.have;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchCondition;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.NullMarked;

/** The words the house rules are written in. */
final class HousePredicates {

    private static final Set<String> JAVA_BASE = Object.class.getModule().getPackages();

    private HousePredicates() {}

    static DescribedPredicate<JavaClass> areInJavaBase() {
        return describe(
                "are in java.base",
                type -> JAVA_BASE.contains(type.getBaseComponentType().getPackageName()));
    }

    static DescribedPredicate<JavaClass> areOutside(List<String> rooms) {
        return not(resideInAnyPackage(rooms.toArray(String[]::new)));
    }

    static DescribedPredicate<JavaClass> arePublicTopLevel() {
        return describe(
                "are public top-level types",
                type -> type.isTopLevelClass() && type.getModifiers().contains(JavaModifier.PUBLIC));
    }

    static DescribedPredicate<AccessTarget> startsAThread() {
        return describe(
                "starts a thread",
                target -> isCall(target, Thread.class, "<init>|start|startVirtualThread|ofVirtual|ofPlatform")
                        || isCall(target, ThreadFactory.class, "newThread")
                        || isCall(target, Executors.class, ".*")
                        || isCall(target, ExecutorService.class, "<init>")
                        || isCall(target, Timer.class, "<init>")
                        || isCall(target, CompletableFuture.class, ".*Async")
                        || target.getName().equals("parallelStream"));
    }

    static DescribedPredicate<AccessTarget> readsAClock() {
        return readsTheWallClock()
                .or(describe("reads a clock", target -> isCall(target, System.class, "nanoTime")))
                .as("reads a clock");
    }

    static DescribedPredicate<AccessTarget> readsTheWallClock() {
        return describe(
                "reads the wall clock",
                target -> isCall(target, System.class, "currentTimeMillis")
                        || isCall(target, Clock.class, ".*")
                        || isCall(target, Date.class, "<init>")
                        || isNow(target));
    }

    static ArchCondition<JavaClass> haveANullMarkedPackageInfo() {
        return have(describe("a @NullMarked package-info", type -> isNullMarked(type.getPackage())));
    }

    static ArchCondition<JavaClass> haveApiStatus(Status status) {
        return have(describe(
                "@API status " + status,
                type -> type.tryGetAnnotationOfType(API.class)
                        .filter(api -> api.status() == status)
                        .isPresent()));
    }

    private static boolean isCall(AccessTarget target, Class<?> owner, String names) {
        return target.getOwner().isAssignableTo(owner) && target.getName().matches(names);
    }

    private static boolean isNow(AccessTarget target) {
        return target.getOwner().getPackageName().equals("java.time")
                && target.getName().equals("now");
    }

    private static boolean isNullMarked(JavaPackage room) {
        return room.tryGetPackageInfo()
                .map(info -> info.isAnnotatedWith(NullMarked.class))
                .orElse(false);
    }
}
