package protokollsok.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;

/** What terms look like that are asked for. */
final class Shape {
    private static final int MOST_STATES = 10_000;

    private Shape() {
    }

    /**
     * {@code s}: one of some texts at each place; {@code p}: the same, then anything; {@code i}: the same, at the term's beginning or
     * after one of some signs, then anything; {@code e}: the same at the term's end; {@code c}: anywhere; {@code f}: a word but for some letters.
     */
    static Automaton read(Reader frame) throws IOException {
        char kind = (char) frame.int8();
        switch (kind) {
            case 's': return finish(List.of(places(frame)));
            case 'p': return finish(List.of(places(frame), Automata.makeAnyString()));
            case 'i':
                var signs = frame.string().codePoints().mapToObj(Automata::makeChar).toList();
                var before = Operations.optional(Operations.concatenate(Automata.makeAnyString(), Operations.union(signs)));
                return finish(List.of(before, places(frame), Automata.makeAnyString()));
            case 'e': return finish(List.of(letter(), Automata.makeAnyString(), places(frame)));
            case 'c': return finish(List.of(letter(), Automata.makeAnyString(), places(frame), Automata.makeAnyString()));
            case 'f': return new LevenshteinAutomata(frame.string(), true).toAutomaton(frame.varint());
            default: throw new IOException("A shape of the kind " + kind + " is not known.");
        }
    }

    private static Automaton finish(List<Automaton> parts) {
        return Operations.determinize(Operations.concatenate(parts), MOST_STATES);
    }

    /** What a word as printed begins with: no mark of a layer. */
    private static Automaton letter() {
        return Operations.union(List.of(Automata.makeCharRange('0', '9'), Automata.makeCharRange('a', 'z'),
            Automata.makeCharRange(0x80, Character.MAX_CODE_POINT), Automata.makeChar('&'), Automata.makeChar('#')));
    }

    private static Automaton places(Reader frame) {
        var places = new ArrayList<Automaton>();
        for (int left = frame.varint(); left > 0; left--) {
            var texts = new ArrayList<Automaton>();
            for (int count = frame.varint(); count > 0; count--) texts.add(Automata.makeString(frame.string()));
            places.add(texts.size() == 1 ? texts.get(0) : Operations.union(texts));
        }
        return Operations.concatenate(places);
    }
}
