package com.example.prices;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.liveliness.DetectStalls;
import io.github.liveliness.DetectStalls.Blocking;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

@DetectStalls(blocking = Blocking.FAIL)
class PriceServiceTest {

    @Test
    void pricesAreFound() {
        assertEquals(29, PriceService.find("book", List.of("lamp 12", "book 29")));
    }

    @Test
    void pricesAreRead() {
        try (PriceService prices = new PriceService(Path.of("src/test/resources/prices.txt"))) {
            assertEquals(12, prices.price("lamp").join());
        }
    }
}
