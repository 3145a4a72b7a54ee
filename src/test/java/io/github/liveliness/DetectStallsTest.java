package io.github.liveliness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.liveliness.model.Stall;
import io.github.liveliness.model.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

class DetectStallsTest {

    @Test
    void aPoolThatStarvesItselfFailsItsTestAndNoOther() {
        Events tests = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(NestedGet.class))
                .execute()
                .testEvents();

        tests.assertStatistics(statistics -> statistics.succeeded(1).failed(1));
        StallError error = (StallError) tests.failed()
                .list()
                .get(0)
                .getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .orElseThrow();
        System.out.println(error.getMessage());
        error.printStackTrace();
        assertThat(error.stall().verdict()).isEqualTo(Verdict.PROVEN);
        assertThat(error.stall().kind()).isEqualTo(Stall.Kind.STARVATION);
    }

    @DetectStalls
    static class NestedGet {
        @Test
        void stalls() throws Exception {
            ExecutorService pool = Executors.newFixedThreadPool(4);
            CyclicBarrier all = new CyclicBarrier(4);
            List<Future<Integer>> outer = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                outer.add(pool.submit(() -> {
                    all.await();
                    return pool.submit(() -> 1).get();
                }));
            }
            for (Future<Integer> future : outer) {
                future.get();
            }
        }

        @Test
        void passes() throws Exception {
            ExecutorService pool = Executors.newFixedThreadPool(1);
            pool.submit(() -> 1).get();
            pool.shutdown();
        }
    }
}
