package io.github.liveliness.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {
    private static final int ALIGNMENT = 3;

    @ParameterizedTest
    @ValueSource(longs = {1L << 10, 1L << 20, 1L << 32, 1L << 47})
    void everyAddressHasARankOfItsOwn(long heap) throws IOException {
        Set<Long> known = random(heap, 50_000);
        Addresses addresses = of(known);

        Set<Integer> ranks = new HashSet<>();
        known.forEach(address -> ranks.add(addresses.rank(address)));

        assertThat(ranks).hasSameSizeAs(known).allMatch(rank -> rank >= 0 && rank < known.size());
    }

    @Test
    void thoseThatAscendWithinAPageKeepTheirOrder() throws IOException {
        Addresses addresses = of(new TreeSet<>(Set.of(0x10_000L, 0x10_008L, 0x10_200L, 0x10_f00L)));

        assertThat(addresses.rank(0x10_000L)).isZero();
        assertThat(addresses.rank(0x10_008L)).isEqualTo(1);
        assertThat(addresses.rank(0x10_200L)).isEqualTo(2);
        assertThat(addresses.rank(0x10_f00L)).isEqualTo(3);
    }

    @Test
    void anAddressNotAddedIsUnknown() throws IOException {
        Set<Long> known = random(1L << 24, 10_000);
        Addresses addresses = of(known);

        assertThat(random(1L << 24, 20_000))
                .filteredOn(address -> !known.contains(address))
                .isNotEmpty()
                .allMatch(address -> addresses.rank(address) == Heap.NONE);
        assertThat(addresses.rank(1L << 40)).isEqualTo(Heap.NONE);
    }

    @Test
    void nullIsUnknown() throws IOException {
        assertThat(of(Set.of(8L)).rank(0)).isEqualTo(Heap.NONE);
    }

    @Test
    void whatLiesBetweenTwoPlacesIsUnknown() throws IOException {
        assertThat(of(Set.of(0x40L)).rank(0x44L)).isEqualTo(Heap.NONE);
    }

    @Test
    void anAddressAtWhichNoObjectBeginsIsRefused() {
        assertThatThrownBy(() -> new Addresses().add(0x44))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("an object lies at 44");
    }

    private static Addresses of(Set<Long> known) throws IOException {
        Addresses addresses = new Addresses();
        for (long address : known) {
            addresses.add(address);
        }
        addresses.rank();
        return addresses;
    }

    private static Set<Long> random(long heap, int count) {
        Random random = new Random(count + heap);
        Set<Long> addresses = new HashSet<>();
        for (int made = 0; made < count; made++) {
            addresses.add((random.nextLong() & (heap - 1)) >>> ALIGNMENT << ALIGNMENT);
        }
        return addresses;
    }
}
