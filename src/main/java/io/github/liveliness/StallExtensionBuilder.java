package io.github.liveliness;

import io.github.liveliness.engine.Setting;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.Extension;

/** Builds extensions whose settings come from code. */
final class StallExtensionBuilder implements StallWatch.Builder {
    private final List<Allowance> allowed = new ArrayList<>();
    private WrittenSettings written = WrittenSettings.NONE;

    @Override
    public StallWatch.Builder after(String duration) {
        written = written.with(Setting.AFTER, "after", duration);
        return this;
    }

    @Override
    public StallWatch.Builder busyAfter(String duration) {
        written = written.with(Setting.BUSY_AFTER, "busyAfter", duration);
        return this;
    }

    @Override
    public StallWatch.Builder threadMode(DetectStalls.ThreadMode mode) {
        written = written.with(mode);
        return this;
    }

    @Override
    public StallWatch.Builder lend(boolean lend) {
        written = written.withLend(lend);
        return this;
    }

    @Override
    public StallWatch.Builder blocking(DetectStalls.Blocking blocking) {
        written = written.with(blocking);
        return this;
    }

    @Override
    public StallWatch.Builder allowBlocking(String code, String reason) {
        allowed.add(new Allowance(code, reason));
        return this;
    }

    @Override
    public Extension build() {
        return new StallExtension(Guards.asWritten(written, allowed));
    }
}
