package protokollsok.search;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.BytesRef;

/** The terms of one field as the program analysed them: a list of (position increment, UTF-8), several at a position. */
final class AnalysedWords extends TokenStream {
    private final Reader source;
    private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final BytesRef slice = new BytesRef();
    private int left = -1;

    AnalysedWords(Reader source) {
        this.source = source;
    }

    @Override
    public boolean incrementToken() {
        if (left < 0) left = source.int32();
        if (left == 0) return false;
        left--;
        clearAttributes();
        increment.setPositionIncrement(source.varint());
        source.bytes(slice);
        term.setBytesRef(slice);
        return true;
    }
}
