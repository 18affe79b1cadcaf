package protokollsok.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.CompiledAutomaton;

/** The terms of a field that have a shape, the most frequent first. */
final class Terms {
    /** Enough for any beginning that a person would read suggestions for. Beyond it only the first in the alphabet are looked at, and the answer says so. */
    private static final int MOST_LOOKED_AT = Integer.getInteger("protokollsok.walk", 50_000);

    private record Counted(BytesRef term, int entries) {
    }

    private Terms() {
    }

    /** The frame: how many questions, each a field, how many terms at most, marks with which a term may not begin, a shape. */
    static Writer of(Reader frame, IndexSearcher searcher) throws IOException {
        var answer = new Writer();
        for (int questions = frame.varint(); questions > 0; questions--) answer(frame, searcher, answer);
        return answer;
    }

    private static void answer(Reader frame, IndexSearcher searcher, Writer answer) throws IOException {
        var terms = MultiTerms.getTerms(searcher.getIndexReader(), frame.string());
        int most = frame.varint();
        var marks = frame.string();
        var best = new PriorityQueue<Counted>(Comparator.comparingInt(Counted::entries));
        boolean all = terms == null || gather(new CompiledAutomaton(Shape.read(frame)).getTermsEnum(terms), marks, most, best);
        answer.varint(best.size());
        var found = new ArrayList<>(best);
        found.sort(Comparator.comparingInt(Counted::entries).reversed());
        for (var one : found) answer.bytes(one.term).varint(one.entries);
        answer.varint(all ? 1 : 0);
    }

    private static boolean gather(TermsEnum terms, String marks, int most, PriorityQueue<Counted> best) throws IOException {
        Patience.check();
        int looked = 0;
        for (var term = terms.next(); term != null; term = terms.next()) {
            if (++looked > MOST_LOOKED_AT) return false;
            if (looked % Patience.STEPS == 0) Patience.check();
            if (term.length == 0 || marks.indexOf(term.bytes[term.offset]) >= 0) continue;
            int entries = terms.docFreq();
            if (best.size() == most && best.peek().entries >= entries) continue;
            best.add(new Counted(BytesRef.deepCopyOf(term), entries));
            if (best.size() > most) best.poll();
        }
        return true;
    }
}
