package io.github.liveliness.blocking;

import static io.github.liveliness.blocking.Calls.frame;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourcePlaceTest {

    private static final StackTraceElement IN_A_STATIC_INITIALISER = run(() -> here());
    private final StackTraceElement inAConstructor = run(() -> here());

    @Test
    void aMethodKeepsItsPlaceWhenItsLinesMove() {
        assertThat(SourcePlace.of(frame("com.acme.Orders.price", 28)))
                .isEqualTo(SourcePlace.of(frame("com.acme.Orders.price", 2800)))
                .hasToString("com.acme.Orders#price");
    }

    @ParameterizedTest
    @CsvSource({
        "price, price",
        "<init>, <init>",
        "<clinit>, <clinit>",
        "lambda$price$0, price",
        "lambda$price$17, price",
        "lambda$price$3c5b1d2e$1, price",
        "lambda$place$order$2, place$order",
        "lambda$a$b$2, a$b",
        "lambda$new$0, <init>",
        "lambda$static$3, <clinit>",
        "lambda$0, lambda",
        "lambda$null$4, lambda",
        "price$lambda$0, price",
        "price$lambda$2$lambda$1, price",
        "price$lambda-2$lambda-1, price",
        "lambda, lambda",
        "$, $"
    })
    void aLambdaBelongsToTheMethodThatItStandsIn(String inClassFile, String inSource) {
        assertThat(SourcePlace.methodOf(inClassFile)).isEqualTo(inSource);
    }

    @ParameterizedTest
    @CsvSource({
        "com.acme.Orders, com.acme.Orders",
        "com.acme.Orders$Line, com.acme.Orders$Line",
        "com.acme.Orders$1, com.acme.Orders$anonymous",
        "com.acme.Orders$12$3, com.acme.Orders$anonymous$anonymous",
        "com.acme.Orders$1$Line, com.acme.Orders$anonymous$Line",
        "com.acme.Orders$1Local, com.acme.Orders$Local",
        "com.acme.Orders2, com.acme.Orders2",
        "com.acme.Orders$V2, com.acme.Orders$V2",
        "com.acme.Orders$$SpringCGLIB$$0, com.acme.Orders",
        "com.acme.Orders$$Lambda/0x000000007a164210, com.acme.Orders",
        "com.acme.Orders/0x000000007a164210, com.acme.Orders",
        "com.acme.$$Orders, com.acme.$$Orders",
        "Orders, Orders"
    })
    void aClassKeepsItsNameWhenClassesWithoutNamesComeAndGo(String inClassFile, String inSource) {
        assertThat(SourcePlace.of(frame(inClassFile + ".price"))).isEqualTo(new SourcePlace(inSource, "price"));
    }

    @Test
    void theCompilersOwnLambdasAreRead() {
        StackTraceElement withinAnother = run(() -> run(() -> here()));

        assertThat(SourcePlace.of(withinAnother).method()).isEqualTo("theCompilersOwnLambdasAreRead");
        assertThat(SourcePlace.of(inAConstructor).method()).isEqualTo("<init>");
        assertThat(SourcePlace.of(IN_A_STATIC_INITIALISER).method()).isEqualTo("<clinit>");
    }

    private static StackTraceElement run(Supplier<StackTraceElement> code) {
        return code.get();
    }

    private static StackTraceElement here() {
        return new Throwable().getStackTrace()[1];
    }
}
