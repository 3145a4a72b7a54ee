package io.github.liveliness.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptimizedCodeTest {
    private static final String ADDRESSES = " [0x00007f6e60ed0090, 0x00007f6e60ed0220 - 0x00007f6e60ed0308]";

    private int result;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "932 4 0 java.lang.String.hashCode()I | java.lang.String.hashCode",
                "1031 4 0 java.lang.StringLatin1.replace([BCC)Ljava/lang/String; | java.lang.StringLatin1.replace",
                "  7 4 1 com.acme.Order.<init>(I)V | com.acme.Order.<init>",
                "88 4 0 com.acme.Main$$Lambda$14/0x0000000800c03000.run()V"
                        + " | com.acme.Main$$Lambda$14+0x0000000800c03000.run",
                "89 4 0 com.acme.Main$$Lambda/0x00007f01.apply(Ljava/lang/Object;)V"
                        + " | com.acme.Main$$Lambda+0x00007f01.apply"
            })
    void aMethodOfTheOptimizingCompilerIsNamedAsInADump(String row, String method) {
        assertThat(OptimizedCode.parse(row + ADDRESSES)).containsExactly(method);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "31 0 0 java.lang.Object.hashCode()I",
                "255 1 0 java.util.ArrayList.size()I",
                "256 2 0 java.util.ArrayList.size()I",
                "4 3 0 java.util.ArrayList.size()I",
                "4 3 4 java.util.ArrayList.size()I",
                ""
            })
    void codeOfOtherLevelsShowsAllItHolds(String row) {
        assertThat(OptimizedCode.parse(row + ADDRESSES)).isEmpty();
    }

    @Test
    void everyRowIsRead() {
        String list = "1 4 0 com.acme.A.a()V" + ADDRESSES + "\n2 3 0 com.acme.B.b()V" + ADDRESSES
                + "\n3 4 0 com.acme.C.c()V" + ADDRESSES + "\n";

        assertThat(OptimizedCode.parse(list)).containsExactlyInAnyOrder("com.acme.A.a", "com.acme.C.c");
    }

    @Test
    void aMethodThatRunsALotIsFoundInThisJvm() {
        await().until(() -> {
            for (int count = 0; count < 1_000_000; count++) {
                result = runsALot(count);
            }
            return OptimizedCode.now().methods().contains(getClass().getName() + ".runsALot");
        });
    }

    private int runsALot(int number) {
        int sum = result;
        for (int index = number & 7; index > 0; index--) {
            sum = 31 * sum + index;
        }
        return sum;
    }

    @Test
    void theDepthIsThatOfTheCompiler() throws Exception {
        String depth = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .getVMOption("MaxInlineLevel")
                .getValue();

        assertThat(OptimizedCode.now().depth()).isEqualTo(Integer.parseInt(depth));
    }
}
