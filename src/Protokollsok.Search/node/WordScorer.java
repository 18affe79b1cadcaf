package protokollsok.search;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;

/** The best score of several terms for each entry: of some thousand entries at a time, each term's postings one after the other. */
final class WordScorer extends Scorer {
    private static final int WINDOW = 4096;

    private final Scorer[] forms;
    private final DocIdSetIterator[] entries;
    private final long cost;
    private final float[] best = new float[WINDOW];
    private final long[] found = new long[WINDOW / Long.SIZE];
    private int from;
    private int until;
    private int entry = -1;

    WordScorer(Weight weight, Scorer[] forms, long cost) {
        super(weight);
        this.forms = forms;
        this.cost = cost;
        entries = new DocIdSetIterator[forms.length];
        for (int i = 0; i < forms.length; i++) entries[i] = forms[i].iterator();
    }

    @Override
    public int docID() {
        return entry;
    }

    @Override
    public float score() {
        return best[entry - from];
    }

    @Override
    public float getMaxScore(int upTo) {
        return Float.POSITIVE_INFINITY;
    }

    @Override
    public DocIdSetIterator iterator() {
        return new DocIdSetIterator() {
            @Override
            public int docID() {
                return entry;
            }

            @Override
            public int nextDoc() throws IOException {
                return advance(entry + 1);
            }

            @Override
            public int advance(int target) throws IOException {
                return entry = next(target);
            }

            @Override
            public long cost() {
                return cost;
            }
        };
    }

    private int next(int target) throws IOException {
        for (int at = target; ; at = until) {
            if (at >= until) {
                if (!read(at)) return DocIdSetIterator.NO_MORE_DOCS;
                at = from;
            }
            int next = nextFound(at - from);
            if (next >= 0) return from + next;
        }
    }

    private int nextFound(int first) {
        int word = first / Long.SIZE;
        long bits = found[word] >>> first;
        if (bits != 0) return first + Long.numberOfTrailingZeros(bits);
        while (++word < found.length) if (found[word] != 0) return word * Long.SIZE + Long.numberOfTrailingZeros(found[word]);
        return -1;
    }

    /** A window that begins with the first entry from there on that has any form. */
    private boolean read(int target) throws IOException {
        int first = DocIdSetIterator.NO_MORE_DOCS;
        for (var form : entries) first = Math.min(first, form.docID() < target ? form.advance(target) : form.docID());
        if (first == DocIdSetIterator.NO_MORE_DOCS) return false;
        from = first;
        until = (int) Math.min((long) first + WINDOW, DocIdSetIterator.NO_MORE_DOCS);
        Arrays.fill(found, 0);
        for (int i = 0; i < forms.length; i++) read(forms[i], entries[i]);
        return true;
    }

    private void read(Scorer form, DocIdSetIterator entries) throws IOException {
        for (int entry = entries.docID(); entry < until; entry = entries.nextDoc()) {
            int place = entry - from;
            float score = form.score();
            long bit = 1L << place;
            if ((found[place / Long.SIZE] & bit) == 0 || best[place] < score) best[place] = score;
            found[place / Long.SIZE] |= bit;
        }
    }
}
