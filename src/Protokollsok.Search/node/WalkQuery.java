package protokollsok.search;

import java.io.IOException;
import org.apache.lucene.index.FilteredTermsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.util.AttributeSource;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automaton;

/** Entries with any term of a shape. The walk through the words is bounded by {@link Patience}, not by a number: what is answered is whole. */
final class WalkQuery extends AutomatonQuery {
    WalkQuery(Term term, Automaton shape, boolean isBinary) {
        super(term, shape, Integer.MAX_VALUE, isBinary);
    }

    @Override
    protected TermsEnum getTermsEnum(Terms terms, AttributeSource attributes) throws IOException {
        Patience.check();
        return new FilteredTermsEnum(super.getTermsEnum(terms, attributes), false) {
            private int left = Patience.STEPS;

            @Override
            protected AcceptStatus accept(BytesRef term) {
                if (--left == 0) {
                    Patience.check();
                    left = Patience.STEPS;
                }
                return AcceptStatus.YES;
            }
        };
    }
}
