package protokollsok.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.MinimizationOperations;
import org.apache.lucene.util.automaton.Operations;

/** The terms of a field that have a shape, the most frequent first. */
final class Terms {
    /** Enough for any beginning that a person would read suggestions for; the first in the alphabet beyond it. */
    private static final int MOST_LOOKED_AT = 50_000;
    private static final int MOST_STATES = 10_000;

    private record Counted(BytesRef term, int entries) {
    }

    private Terms() {
    }

    /** The frame: a field, how many at most, marks with which a term may not begin, a shape. */
    static Writer of(Reader frame, IndexSearcher searcher) throws IOException {
        var terms = MultiTerms.getTerms(searcher.getIndexReader(), frame.string());
        int most = frame.varint();
        var marks = frame.string();
        var best = new PriorityQueue<Counted>(Comparator.comparingInt(Counted::entries));
        if (terms != null) gather(new CompiledAutomaton(shape(frame)).getTermsEnum(terms), marks, most, best);
        var answer = new Writer().varint(best.size());
        var found = new ArrayList<>(best);
        found.sort(Comparator.comparingInt(Counted::entries).reversed());
        for (var one : found) answer.bytes(one.term).varint(one.entries);
        return answer;
    }

    private static void gather(TermsEnum terms, String marks, int most, PriorityQueue<Counted> best) throws IOException {
        int looked = 0;
        for (var term = terms.next(); term != null && looked < MOST_LOOKED_AT; term = terms.next(), looked++) {
            if (term.length == 0 || marks.indexOf(term.bytes[term.offset]) >= 0) continue;
            int entries = terms.docFreq();
            if (best.size() == most && best.peek().entries >= entries) continue;
            best.add(new Counted(BytesRef.deepCopyOf(term), entries));
            if (best.size() > most) best.poll();
        }
    }

    /** {@code p}: a letter of each of several sets, then anything; {@code f}: a word but for some letters. */
    private static Automaton shape(Reader frame) throws IOException {
        char kind = (char) frame.int8();
        switch (kind) {
            case 'p': return beginning(frame);
            case 'f': return new LevenshteinAutomata(frame.string(), true).toAutomaton(frame.varint());
            default: throw new IOException("A shape of the kind " + kind + " is not known.");
        }
    }

    private static Automaton beginning(Reader frame) {
        var places = new ArrayList<Automaton>();
        for (int left = frame.varint(); left > 0; left--) {
            var letters = new ArrayList<Automaton>();
            frame.string().codePoints().forEach(letter -> letters.add(Automata.makeChar(letter)));
            places.add(Operations.union(letters));
        }
        places.add(Automata.makeAnyString());
        return MinimizationOperations.minimize(Operations.concatenate(places), MOST_STATES);
    }
}
