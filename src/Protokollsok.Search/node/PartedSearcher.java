package protokollsok.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;

/** Searches a large index in as many parts as there are processors: who asks alone need not wait for one while the others rest. */
final class PartedSearcher extends IndexSearcher {
    /** Fewer entries are searched sooner than handed over. */
    private static final int FEW = Integer.getInteger("protokollsok.part", 10_000);

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();
    private static final Executor THREADS = Patience.sharing(Executors.newFixedThreadPool(PROCESSORS, work -> {
        var thread = new Thread(work, "part");
        thread.setDaemon(true);
        return thread;
    }));

    PartedSearcher(IndexReader reader) {
        super(reader, THREADS);
        setSimilarity(new TierSimilarity());
    }

    /** The largest segment first, each to the part that has the least. */
    @Override
    protected LeafSlice[] slices(List<LeafReaderContext> segments) {
        long all = segments.stream().mapToLong(segment -> segment.reader().maxDoc()).sum();
        int parts = (int) Math.max(1, Math.min(Math.min(PROCESSORS, segments.size()), all / FEW));
        var shares = new ArrayList<List<LeafReaderContext>>();
        for (int i = 0; i < parts; i++) shares.add(new ArrayList<>());
        var sizes = new long[parts];
        var largestFirst = new ArrayList<>(segments);
        largestFirst.sort(Comparator.comparingInt((LeafReaderContext segment) -> segment.reader().maxDoc()).reversed());
        for (var segment : largestFirst) {
            int least = 0;
            for (int i = 1; i < parts; i++) if (sizes[i] < sizes[least]) least = i;
            shares.get(least).add(segment);
            sizes[least] += segment.reader().maxDoc();
        }
        return shares.stream().map(PartedSearcher::inOrder).toArray(LeafSlice[]::new);
    }

    private static LeafSlice inOrder(List<LeafReaderContext> segments) {
        segments.sort(Comparator.comparingInt(segment -> segment.docBase));
        return new LeafSlice(segments.toArray(LeafReaderContext[]::new));
    }
}
