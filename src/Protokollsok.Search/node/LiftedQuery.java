package protokollsok.search;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.FilterLeafCollector;
import org.apache.lucene.search.FilterScorable;
import org.apache.lucene.search.FilterScorer;
import org.apache.lucene.search.FilterWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;

/** A query whose hits score more by what a field says of them; each has one value, so it is looked up and not searched for. */
final class LiftedQuery extends Query {
    private final Query base;
    private final String field;
    private final Map<String, Float> lifts;

    LiftedQuery(Query base, String field, Map<String, Float> lifts) {
        this.base = base;
        this.field = field;
        this.lifts = lifts;
    }

    @Override
    public Query rewrite(IndexReader reader) throws IOException {
        var rewritten = base.rewrite(reader);
        return rewritten == base ? this : new LiftedQuery(rewritten, field, lifts);
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) throws IOException {
        var weight = searcher.createWeight(base, mode, boost);
        return mode.needsScores() ? new LiftedWeight(this, weight, boost) : weight;
    }

    @Override
    public String toString(String of) {
        return base + " by " + field + lifts;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LiftedQuery lifted && base.equals(lifted.base) && field.equals(lifted.field) && lifts.equals(lifted.lifts);
    }

    @Override
    public int hashCode() {
        return classHash() ^ base.hashCode() * 31 + lifts.hashCode();
    }

    private static final class LiftedWeight extends FilterWeight {
        private final LiftedQuery query;
        private final float boost;

        LiftedWeight(LiftedQuery query, Weight weight, float boost) {
            super(query, weight);
            this.query = query;
            this.boost = boost;
        }

        @Override
        public Scorer scorer(LeafReaderContext segment) throws IOException {
            var scorer = in.scorer(segment);
            if (scorer == null) return null;
            var lift = new Lift(segment);
            return new FilterScorer(scorer) {
                @Override
                public float score() throws IOException {
                    return in.score() + lift.of(docID());
                }

                @Override
                public float getMaxScore(int upTo) {
                    return Float.POSITIVE_INFINITY;
                }
            };
        }

        @Override
        public BulkScorer bulkScorer(LeafReaderContext segment) throws IOException {
            var scorer = in.bulkScorer(segment);
            if (scorer == null) return null;
            var lift = new Lift(segment);
            return new BulkScorer() {
                @Override
                public int score(LeafCollector collector, Bits live, int first, int end) throws IOException {
                    return scorer.score(lift.lifting(collector), live, first, end);
                }

                @Override
                public long cost() {
                    return scorer.cost();
                }
            };
        }

        @Override
        public Explanation explain(LeafReaderContext segment, int entry) throws IOException {
            return in.explain(segment, entry);
        }

        @Override
        @Deprecated
        public void extractTerms(Set<Term> terms) {
            in.extractTerms(terms);
        }

        /** What the entries of one segment score more. */
        private final class Lift {
            private final SortedDocValues values;
            private final float[] byValue;

            Lift(LeafReaderContext segment) throws IOException {
                values = DocValues.getSorted(segment.reader(), query.field);
                byValue = new float[values.getValueCount()];
                for (int i = 0; i < byValue.length; i++) byValue[i] = boost * query.lifts.getOrDefault(values.lookupOrd(i).utf8ToString(), 0f);
            }

            float of(int entry) throws IOException {
                return values.advanceExact(entry) ? byValue[values.ordValue()] : 0;
            }

            LeafCollector lifting(LeafCollector collector) {
                return new FilterLeafCollector(collector) {
                    @Override
                    public void setScorer(Scorable scorer) throws IOException {
                        super.setScorer(new FilterScorable(scorer) {
                            @Override
                            public float score() throws IOException {
                                return in.score() + of(docID());
                            }
                        });
                    }
                };
            }
        }
    }
}
