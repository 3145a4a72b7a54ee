package io.github.liveliness;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static io.github.liveliness.HousePredicates.areInJavaBase;
import static io.github.liveliness.HousePredicates.areOutside;
import static io.github.liveliness.HousePredicates.arePublicTopLevel;
import static io.github.liveliness.HousePredicates.haveANullMarkedPackageInfo;
import static io.github.liveliness.HousePredicates.haveApiStatus;
import static io.github.liveliness.HousePredicates.readsAClock;
import static io.github.liveliness.HousePredicates.readsTheWallClock;
import static io.github.liveliness.HousePredicates.startsAThread;
import static org.junit.jupiter.api.Assertions.assertAll;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API.Status;

/** The rooms of the house and the arrows between them; a room that is not there yet obeys every rule. */
@AnalyzeClasses(packages = HouseRulesTest.HOUSE, importOptions = DoNotIncludeTests.class)
class HouseRulesTest {

    static final String HOUSE = "io.github.liveliness";

    private static final String DOOR = HOUSE;
    private static final String ENGINE = HOUSE + ".engine";
    private static final String WATCH = HOUSE + ".watch";
    private static final String DIAGNOSE = HOUSE + ".diagnose";
    private static final String REACH = HOUSE + ".reach";
    private static final String PROOF = HOUSE + ".proof";
    private static final String RESCUE = HOUSE + ".rescue";
    private static final String BLOCKING = HOUSE + ".blocking";
    private static final String HAZARD = HOUSE + ".hazard";
    private static final String EXPLORE = HOUSE + ".explore";
    private static final String REPORT = HOUSE + ".report";
    private static final String GATE = HOUSE + ".gate";
    private static final String MONITOR = HOUSE + ".monitor";
    private static final String MODEL = HOUSE + ".model";
    private static final String JDK = HOUSE + ".jdk";
    private static final String AGENT = HOUSE + ".agent";
    private static final String BOOT = HOUSE + ".agent.boot";

    /** From each room, the rooms it may enter. */
    private static final Map<String, List<String>> ARROWS = Map.ofEntries(
            Map.entry(DOOR, List.of(ENGINE, MODEL, MONITOR, AGENT)),
            Map.entry(GATE, List.of(ENGINE, MODEL)),
            Map.entry(
                    ENGINE,
                    List.of(
                            WATCH, DIAGNOSE, REACH, PROOF, RESCUE, BLOCKING, HAZARD, EXPLORE, REPORT, MODEL, MONITOR,
                            AGENT)),
            Map.entry(WATCH, List.of(MODEL, JDK, BOOT)),
            Map.entry(DIAGNOSE, List.of(MODEL)),
            Map.entry(REACH, List.of(MODEL, JDK)),
            Map.entry(PROOF, List.of(REACH)),
            Map.entry(RESCUE, List.of(MODEL)),
            Map.entry(BLOCKING, List.of(MODEL, BOOT)),
            Map.entry(HAZARD, List.of(MODEL)),
            Map.entry(EXPLORE, List.of(MODEL, BOOT)),
            Map.entry(REPORT, List.of(MODEL)),
            Map.entry(MONITOR, List.of()),
            Map.entry(MODEL, List.of()),
            Map.entry(JDK, List.of()),
            Map.entry(AGENT, List.of(BOOT, JDK)),
            Map.entry(BOOT, List.of()));

    private static final String STAMPS_WHAT_IT_TELLS = MONITOR + ".TimeSource";
    private static final String TURNS_A_DATE_INTO_A_TIME = BOOT + ".Hooks";
    private static final String STANDS_IN_FOR_THE_CLOCK = BOOT + ".ControlCalls";

    private static final String[] PURE_ROOMS = {DIAGNOSE, REACH, HAZARD, REPORT};
    private static final String[] JUNIT = {"org.junit..", "org.opentest4j.."};
    private static final String[] BYTECODE = {"org.objectweb.asm..", "net.bytebuddy.."};
    private static final String[] ANNOTATIONS = {"org.jspecify.annotations", "org.apiguardian.api"};

    @ArchTest
    void everyClassLivesInARoom(JavaClasses house) {
        classes()
                .should()
                .resideInAnyPackage(ARROWS.keySet().toArray(String[]::new))
                .check(house);
    }

    @ArchTest
    void arrowsPointOneWay(JavaClasses house) {
        assertAll(ARROWS.entrySet().stream()
                .map(arrows -> entersOnly(arrows.getKey(), arrows.getValue()))
                .map(rule -> () -> rule.check(house)));
    }

    @ArchTest
    static final ArchRule packagesFormNoCycle =
            slices().matching("(" + HOUSE + "..)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule modelAndMonitorNeedJavaBaseAlone = classes()
            .that()
            .resideInAnyPackage(MODEL, MONITOR)
            .should()
            .onlyDependOnClassesThat(
                    areInJavaBase().or(resideInAnyPackage(MODEL, MONITOR)).or(resideInAnyPackage(ANNOTATIONS)))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule bootNeedsJavaBaseAloneAndNoAnnotation = classes()
            .that()
            .resideInAPackage(BOOT)
            .should()
            .onlyDependOnClassesThat(areInJavaBase().or(resideInAPackage(BOOT)))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule onlyDoorAndGateKnowJUnit = noClasses()
            .that()
            .resideOutsideOfPackages(DOOR, GATE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(JUNIT)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule onlyAgentKnowsBytecode = noClasses()
            .that()
            .resideOutsideOfPackage(AGENT)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(BYTECODE)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule pureRoomsStartNoThread = noClasses()
            .that()
            .resideInAnyPackage(PURE_ROOMS)
            .should(accessTargetWhere(target(startsAThread())))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule pureRoomsReadNoClock = noClasses()
            .that()
            .resideInAnyPackage(PURE_ROOMS)
            .should(accessTargetWhere(target(readsAClock())))
            .allowEmptyShould(true);

    /** Somebody may set it at any time: nothing is decided by it. */
    @ArchTest
    static final ArchRule nobodyElseReadsTheWallClock = noClasses()
            .that(areNone(STAMPS_WHAT_IT_TELLS, TURNS_A_DATE_INTO_A_TIME, STANDS_IN_FOR_THE_CLOCK))
            .should(accessTargetWhere(target(readsTheWallClock())));

    @ArchTest
    static final ArchRule everyRoomIsIntroducedAndNullMarked =
            classes().that().resideOutsideOfPackage(BOOT).should(haveANullMarkedPackageInfo());

    @ArchTest
    static final ArchRule publicTypesOfTheApiAreExperimental = classes()
            .that(arePublicTopLevel().and(areApi()))
            .should(haveApiStatus(Status.EXPERIMENTAL))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule otherPublicTypesAreInternal = classes()
            .that(arePublicTopLevel().and(not(areApi())).and(resideOutsideOfPackage(BOOT)))
            .should(haveApiStatus(Status.INTERNAL))
            .allowEmptyShould(true);

    private static ArchRule entersOnly(String room, List<String> rooms) {
        return noClasses()
                .that()
                .resideInAPackage(room)
                .should()
                .dependOnClassesThat(resideInAPackage(HOUSE + "..")
                        .and(resideOutsideOfPackage(room))
                        .and(areOutside(rooms)))
                .allowEmptyShould(true);
    }

    private static DescribedPredicate<JavaClass> areNone(String... names) {
        return describe(
                "are none of " + List.of(names),
                type -> Arrays.stream(names)
                        .noneMatch(name ->
                                type.getName().equals(name) || type.getName().startsWith(name + "$")));
    }

    private static DescribedPredicate<JavaClass> areApi() {
        // JUnit finds them, and wants them public.
        return resideInAnyPackage(DOOR, MONITOR)
                .and(not(name(DOOR + ".WholeSuiteExtension")))
                .and(not(name(DOOR + ".InnerClassExtension")))
                .or(name(MODEL + ".Stall"))
                .or(name(MODEL + ".Verdict"))
                .as("are API");
    }
}
