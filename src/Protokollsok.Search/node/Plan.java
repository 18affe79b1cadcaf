package protokollsok.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.PriorityQueue;
import org.apache.lucene.document.DoubleRange;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** A query of a frame as Lucene runs it, and the highest score that it can give. */
final class Plan {
    private static final Occur[] OCCURS = {Occur.MUST, Occur.SHOULD, Occur.MUST_NOT, Occur.FILTER};

    final Query query;
    final float weight;

    private Plan(Query query, float weight) {
        this.query = query;
        this.weight = weight;
    }

    static Plan read(Reader frame, IndexSearcher searcher) throws IOException {
        char kind = (char) frame.int8();
        switch (kind) {
            case 'a': return new Plan(new MatchAllDocsQuery(), 1);
            case 'z': return new Plan(new MatchNoDocsQuery(), 0);
            case 'b': return all(frame, searcher);
            case 'h': return most(frame, searcher);
            case 'd': return best(frame, searcher);
            case 'w': return word(frame, searcher);
            case 'q': return phrase(frame, searcher);
            case 'l': return lifted(frame, searcher);
            case 'm': return like(frame, searcher);
            case 'y': return shaped(frame);
            case 'o': return first(frame, searcher);
            case 'x': return beginning(frame);
            case 'k': return constant(new TermQuery(new Term(frame.string(), frame.string())));
            case 'p': return constant(LongPoint.newRangeQuery(frame.string(), frame.int64(), frame.int64()));
            case 'r': return constant(DoubleRange.newIntersectsQuery(
                frame.string(), new double[] {frame.float64()}, new double[] {frame.float64()}));
            default: throw new IOException("A query of the kind " + kind + " is not known.");
        }
    }

    private static Plan constant(Query query) {
        return constant(query, 1);
    }

    private static Plan constant(Query query, float weight) {
        return new Plan(new BoostQuery(new ConstantScoreQuery(query), weight), weight);
    }

    /** Entries with any term of a shape; the terms are not counted but read through once. */
    private static Plan shaped(Reader frame) throws IOException {
        var field = frame.string();
        float weight = frame.float32();
        return constant(new WalkQuery(new Term(field), Shape.read(frame), false), weight);
    }

    private static Plan beginning(Reader frame) {
        var term = new Term(frame.string(), frame.string());
        return constant(new WalkQuery(term, PrefixQuery.toAutomaton(term.bytes()), true), frame.float32());
    }

    /** The first of several ways to ask that finds anything; they may not weigh. */
    private static Plan first(Reader frame, IndexSearcher searcher) throws IOException {
        Plan found = null;
        for (int left = frame.varint(); left > 0; left--) {
            var way = read(frame, searcher);
            if (found == null && (left == 1 || searcher.count(way.query) > 0)) found = way;
        }
        return found;
    }

    private static Plan all(Reader frame, IndexSearcher searcher) throws IOException {
        var query = new BooleanQuery.Builder();
        float must = 0;
        float should = 0;
        for (int clauses = frame.varint(); clauses > 0; clauses--) {
            var occur = OCCURS[frame.int8()];
            var clause = read(frame, searcher);
            query.add(clause.query, occur);
            if (occur == Occur.MUST) must += clause.weight;
            if (occur == Occur.SHOULD) should = Math.max(should, clause.weight);
        }
        return new Plan(query.build(), must + should);
    }

    /** Entries that match so many of some queries. */
    private static Plan most(Reader frame, IndexSearcher searcher) throws IOException {
        var query = new BooleanQuery.Builder().setMinimumNumberShouldMatch(frame.varint());
        float weight = 0;
        for (int left = frame.varint(); left > 0; left--) {
            var clause = read(frame, searcher);
            query.add(clause.query, Occur.SHOULD);
            weight += clause.weight;
        }
        return new Plan(query.build(), weight);
    }

    private static Plan best(Reader frame, IndexSearcher searcher) throws IOException {
        var ways = new ArrayList<Query>();
        var asked = new HashSet<Query>();
        float weight = 0;
        for (int left = frame.varint(); left > 0; left--) {
            var way = read(frame, searcher);
            // The same asked twice, such as a phrase of words that have one form, is best the first time.
            if (way.query instanceof BoostQuery boosted && !asked.add(boosted.getQuery())) continue;
            ways.add(way.query);
            weight = Math.max(weight, way.weight);
        }
        return new Plan(new DisjunctionMaxQuery(ways, 0), weight);
    }

    /** One word: the best of its forms in the fields, all weighed by how rare its most frequent form is. */
    private static Plan word(Reader frame, IndexSearcher searcher) throws IOException {
        var forms = new WordQuery();
        int frequency = 0;
        float weight = 0;
        for (int left = frame.varint(); left > 0; left--) {
            var term = new Term(frame.string(), frame.string());
            float boost = frame.float32();
            var states = TermStates.build(searcher.getTopReaderContext(), term, true);
            int documents = states.docFreq();
            if (documents == 0) continue;
            forms.add(term, states, boost);
            frequency = Math.max(frequency, documents);
            weight = Math.max(weight, boost);
        }
        if (weight == 0) return new Plan(new MatchNoDocsQuery(), 0);
        float rarity = rarity(frequency, searcher);
        return new Plan(new BoostQuery(forms, rarity), weight * rarity);
    }

    /** Words one after the other, each by any of the forms given for its place. */
    private static Plan phrase(Reader frame, IndexSearcher searcher) throws IOException {
        var field = frame.string();
        float boost = frame.float32();
        var query = new MultiPhraseQuery.Builder();
        float rarity = 0;
        boolean isThere = true;
        for (int places = frame.varint(); places > 0; places--) {
            var forms = new ArrayList<Term>();
            int frequency = 0;
            for (int left = frame.varint(); left > 0; left--) {
                var form = new Term(field, frame.string());
                int documents = searcher.getIndexReader().docFreq(form);
                if (documents > 0) forms.add(form);
                frequency = Math.max(frequency, documents);
            }
            isThere &= frequency > 0;
            if (!forms.isEmpty()) query.add(forms.toArray(new Term[0]));
            rarity += rarity(frequency, searcher);
        }
        if (!isThere) return new Plan(new MatchNoDocsQuery(), boost * rarity);
        return new Plan(new BoostQuery(query.build(), boost * rarity), boost * rarity);
    }

    /** A query whose hits of certain kinds are lifted by a share of the highest score that it can give. */
    private static Plan lifted(Reader frame, IndexSearcher searcher) throws IOException {
        var base = read(frame, searcher);
        var field = frame.string();
        var lifts = new HashMap<String, Float>();
        float most = 0;
        for (int left = frame.varint(); left > 0; left--) {
            var value = frame.string();
            float lift = frame.float32() * base.weight;
            lifts.put(value, lift);
            most = Math.max(most, lift);
        }
        return new Plan(new LiftedQuery(base.query, field, lifts), base.weight + most);
    }

    /** Entries that share enough of some words' rarest and most repeated; each word as for {@link #word}, its count before it. */
    private static Plan like(Reader frame, IndexSearcher searcher) throws IOException {
        int most = frame.varint();
        var telling = new PriorityQueue<Plan>(Comparator.comparingDouble(word -> word.weight));
        for (int left = frame.varint(); left > 0; left--) {
            float times = (float) Math.sqrt(frame.varint());
            var word = word(frame, searcher);
            if (word.weight == 0) continue;
            telling.add(new Plan(new BoostQuery(word.query, times), times * word.weight));
            if (telling.size() > most) telling.poll();
        }
        if (telling.isEmpty()) return new Plan(new MatchNoDocsQuery(), 0);
        var query = new BooleanQuery.Builder().setMinimumNumberShouldMatch((telling.size() + 3) / 4);
        float weight = 0;
        for (var word : telling) {
            query.add(word.query, Occur.SHOULD);
            weight += word.weight;
        }
        return new Plan(query.build(), weight);
    }

    private static float rarity(int frequency, IndexSearcher searcher) {
        int documents = Math.max(searcher.getIndexReader().numDocs(), frequency);
        return (float) Math.log(1 + (documents - frequency + .5) / (frequency + .5));
    }
}
