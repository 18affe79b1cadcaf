package protokollsok.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;

/** Counts the values of some fields over all hits: by ordinals within a segment, by texts over all. */
final class FacetCounts implements Collector {
    private final String[] fields;
    private final Map<String, Integer>[] totals;
    private SortedDocValues[] values;
    private int[][] counts;

    @SuppressWarnings({"unchecked", "rawtypes"})
    FacetCounts(String[] fields) {
        this.fields = fields;
        totals = new Map[fields.length];
        for (int i = 0; i < totals.length; i++) totals[i] = new HashMap<>();
    }

    /** The counts of several parts of the index together. */
    static FacetCounts of(String[] fields, List<FacetCounts> parts) throws IOException {
        var all = new FacetCounts(fields);
        for (var part : parts) {
            part.finishSegment();
            for (int i = 0; i < fields.length; i++) for (var value : part.totals[i].entrySet()) all.totals[i].merge(value.getKey(), value.getValue(), Integer::sum);
        }
        return all;
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext segment) throws IOException {
        finishSegment();
        values = new SortedDocValues[fields.length];
        counts = new int[fields.length][];
        for (int i = 0; i < fields.length; i++) {
            values[i] = DocValues.getSorted(segment.reader(), fields[i]);
            counts[i] = new int[values[i].getValueCount()];
        }
        return new LeafCollector() {
            @Override
            public void setScorer(Scorable scorer) {
            }

            @Override
            public void collect(int doc) throws IOException {
                for (int i = 0; i < fields.length; i++) if (values[i].advanceExact(doc)) counts[i][values[i].ordValue()]++;
            }
        };
    }

    /** The most frequent values of the first field. */
    void writeHighest(Writer answer, int most) throws IOException {
        finishSegment();
        var highest = new ArrayList<>(totals[0].entrySet());
        highest.sort(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()));
        int size = Math.min(most, highest.size());
        answer.varint(size);
        for (var value : highest.subList(0, size)) answer.string(value.getKey()).varint(value.getValue());
    }

    void write(Writer answer) throws IOException {
        finishSegment();
        for (var total : totals) {
            answer.varint(total.size());
            for (var value : total.entrySet()) answer.string(value.getKey()).varint(value.getValue());
        }
    }

    private void finishSegment() throws IOException {
        if (values == null) return;
        for (int i = 0; i < fields.length; i++)
            for (int ordinal = 0; ordinal < counts[i].length; ordinal++)
                if (counts[i][ordinal] > 0) totals[i].merge(values[i].lookupOrd(ordinal).utf8ToString(), counts[i][ordinal], Integer::sum);
        values = null;
    }
}
