package protokollsok.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;

/**
 * One word by the best of its forms: a {@link DisjunctionMaxQuery} of terms, and it scores the same. A dozen forms in one queue cost more
 * than their postings, so where most of them are to be read anyway they are read one after the other, see {@link WordScorer}.
 */
final class WordQuery extends Query {
    /** Where another clause leaves fewer entries than this share of the word's, they are looked up instead. */
    private static final int FEW = 8;

    private final List<Query> forms = new ArrayList<>();

    void add(Term term, TermStates states, float weight) {
        forms.add(new BoostQuery(new TermQuery(term, states), weight));
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) throws IOException {
        var weights = new ArrayList<Weight>();
        for (var form : forms) weights.add(searcher.createWeight(searcher.rewrite(form), mode, boost));
        return new WordWeight(this, weights, searcher.createWeight(searcher.rewrite(new DisjunctionMaxQuery(forms, 0)), mode, boost));
    }

    @Override
    public String toString(String field) {
        return forms.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WordQuery word && forms.equals(word.forms);
    }

    @Override
    public int hashCode() {
        return classHash() ^ forms.hashCode();
    }

    private static final class WordWeight extends Weight {
        private final List<Weight> forms;
        private final Weight oneByOne;

        WordWeight(Query query, List<Weight> forms, Weight oneByOne) {
            super(query);
            this.forms = forms;
            this.oneByOne = oneByOne;
        }

        @Override
        public ScorerSupplier scorerSupplier(LeafReaderContext segment) throws IOException {
            var known = new ArrayList<ScorerSupplier>();
            long cost = 0;
            for (var form : forms) {
                var scorer = form.scorerSupplier(segment);
                if (scorer == null) continue;
                known.add(scorer);
                cost += scorer.cost();
            }
            return known.isEmpty() ? null : new WordSupplier(this, segment, known, cost);
        }

        @Override
        public Scorer scorer(LeafReaderContext segment) throws IOException {
            var supplier = scorerSupplier(segment);
            return supplier == null ? null : supplier.get(Long.MAX_VALUE);
        }

        @Override
        public boolean isCacheable(LeafReaderContext segment) {
            return oneByOne.isCacheable(segment);
        }

        @Override
        public Explanation explain(LeafReaderContext segment, int entry) throws IOException {
            return oneByOne.explain(segment, entry);
        }

        @Override
        @Deprecated
        public void extractTerms(Set<Term> terms) {
            oneByOne.extractTerms(terms);
        }
    }

    private static final class WordSupplier extends ScorerSupplier {
        private final WordWeight weight;
        private final LeafReaderContext segment;
        private final List<ScorerSupplier> forms;
        private final long cost;

        WordSupplier(WordWeight weight, LeafReaderContext segment, List<ScorerSupplier> forms, long cost) {
            this.weight = weight;
            this.segment = segment;
            this.forms = forms;
            this.cost = cost;
        }

        @Override
        public Scorer get(long lead) throws IOException {
            if (forms.size() > 1 && lead < cost / FEW) return weight.oneByOne.scorer(segment);
            var scorers = new Scorer[forms.size()];
            for (int i = 0; i < scorers.length; i++) scorers[i] = forms.get(i).get(lead);
            return scorers.length == 1 ? scorers[0] : new WordScorer(weight, scorers, cost);
        }

        @Override
        public long cost() {
            return cost;
        }
    }
}
