package protokollsok.search;

import java.io.IOException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.FilterCollector;
import org.apache.lucene.search.FilterLeafCollector;
import org.apache.lucene.search.LeafCollector;

/**
 * No question may keep the node from others: what collects hits or walks through words looks at the clock now and then and gives up. What
 * does neither, and so never ends, ends the node: its parent starts another.
 */
final class Patience {
    /** Between two looks at the clock. */
    static final int STEPS = 1024;

    private static final long NANOSECONDS = TimeUnit.MILLISECONDS.toNanos(Long.getLong("protokollsok.patience", 5_000));

    /** So much longer than it may, and a question is not merely slow. */
    private static final int HOPELESS = 4;

    private static final long WATCH_MILLISECONDS = 1_000;
    private static final ConcurrentHashMap<Thread, Long> BEGUN = new ConcurrentHashMap<>();

    /** The question took longer than any may. */
    static final class ExhaustedException extends RuntimeException {
        private static final long serialVersionUID = 1;

        ExhaustedException() {
            super("The question took longer than " + TimeUnit.NANOSECONDS.toMillis(NANOSECONDS) + " ms.");
        }
    }

    private Patience() {
    }

    /** This thread begins to answer a question; {@link #end} when it has. */
    static void begin() {
        BEGUN.put(Thread.currentThread(), System.nanoTime());
    }

    static void end() {
        BEGUN.remove(Thread.currentThread());
    }

    static void check() {
        var begun = BEGUN.get(Thread.currentThread());
        if (begun != null && System.nanoTime() - begun >= NANOSECONDS) throw new ExhaustedException();
    }

    /** Runs parts of a question on other threads, with what is left of its time. */
    static Executor sharing(Executor threads) {
        return part -> {
            var begun = BEGUN.get(Thread.currentThread());
            threads.execute(begun == null ? part : () -> {
                BEGUN.put(Thread.currentThread(), begun);
                try {
                    part.run();
                } finally {
                    end();
                }
            });
        };
    }

    /** Whether a question has failed for that; what part of it gave up, Lucene tells wrapped. */
    static boolean isExhausted(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) if (cause instanceof ExhaustedException) return true;
        return false;
    }

    /** From now on a question without end ends this process. */
    static void watch() {
        var watch = new Thread(Patience::endTheHopeless, "patience");
        watch.setDaemon(true);
        watch.start();
    }

    static Collector limited(Collector collector) {
        return new FilterCollector(collector) {
            @Override
            public LeafCollector getLeafCollector(LeafReaderContext segment) throws IOException {
                check();
                return new FilterLeafCollector(super.getLeafCollector(segment)) {
                    private int left = STEPS;

                    @Override
                    public void collect(int entry) throws IOException {
                        if (--left == 0) {
                            check();
                            left = STEPS;
                        }
                        super.collect(entry);
                    }
                };
            }
        };
    }

    private static void endTheHopeless() {
        while (true) {
            try {
                Thread.sleep(WATCH_MILLISECONDS);
            } catch (InterruptedException e) {
                return;
            }
            long now = System.nanoTime();
            for (var begun : BEGUN.values()) {
                if (now - begun < Math.max(HOPELESS * NANOSECONDS, TimeUnit.MILLISECONDS.toNanos(WATCH_MILLISECONDS))) continue;
                System.err.println("A question does not end; the node does instead.");
                Runtime.getRuntime().halt(5);
            }
        }
    }
}
