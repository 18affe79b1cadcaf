package protokollsok.search;

import org.apache.lucene.search.Collector;
import org.apache.lucene.search.TimeLimitingCollector;
import org.apache.lucene.util.Counter;

/** No query may keep the node from others: collecting ends with an exception after a time. */
final class Patience {
    private static final long MILLISECONDS = Long.getLong("protokollsok.patience", 5_000);

    private static final Counter CLOCK = Counter.newCounter(true);

    static {
        var ticking = new TimeLimitingCollector.TimerThread(CLOCK);
        ticking.setDaemon(true);
        ticking.start();
    }

    private Patience() {
    }

    static Collector limited(Collector collector) {
        var limited = new TimeLimitingCollector(collector, CLOCK, MILLISECONDS);
        limited.setBaseline();
        return limited;
    }
}
