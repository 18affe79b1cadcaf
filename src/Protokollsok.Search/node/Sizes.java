package protokollsok.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.codecs.lucene84.Lucene84PostingsFormat.IntBlockTermState;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SegmentReader;
import org.apache.lucene.index.Terms;
import org.apache.lucene.search.IndexSearcher;

/** How many bytes of the index each kind of term takes: entries and positions exactly, by where they lie; of the dictionary the terms' own bytes. */
final class Sizes {
    /** What a kind takes: terms, their bytes, bytes of entries, bytes of positions. */
    private static final int TERMS = 0;
    private static final int LETTERS = 1;
    private static final int ENTRIES = 2;
    private static final int POSITIONS = 3;

    private final String marks;
    private final Map<String, long[]> kinds = new LinkedHashMap<>();
    private final List<String> order = new ArrayList<>();
    private final List<IntBlockTermState> places = new ArrayList<>();

    private Sizes(String marks) {
        this.marks = marks;
    }

    /** The frame: the marks that a term may begin with. The answer: for each kind, the field and the mark, what it takes. */
    static Writer of(Reader frame, IndexSearcher searcher) throws IOException {
        var sizes = new Sizes(frame.string());
        for (var segment : searcher.getIndexReader().leaves()) sizes.add(segment.reader());
        var answer = new Writer().varint(sizes.kinds.size());
        sizes.kinds.forEach((kind, size) -> {
            answer.string(kind);
            for (long one : size) answer.int64(one);
        });
        return answer;
    }

    private void add(LeafReader segment) throws IOException {
        if (!(segment instanceof SegmentReader)) return;
        order.clear();
        places.clear();
        for (var field : segment.getFieldInfos()) if (segment.terms(field.name) != null) order.add(field.name);
        var fields = order.stream().sorted().toList();
        order.clear();
        for (var field : fields) add(field, segment.terms(field));
        // Terms lie in their order, so each ends where the next begins; the last one's end is not known, and is small.
        for (int i = 0; i + 1 < places.size(); i++) {
            var size = kinds.get(order.get(i));
            size[ENTRIES] += places.get(i + 1).docStartFP - places.get(i).docStartFP;
            size[POSITIONS] += Math.max(0, places.get(i + 1).posStartFP - places.get(i).posStartFP);
        }
    }

    private void add(String field, Terms terms) throws IOException {
        var each = terms.iterator();
        for (var term = each.next(); term != null; term = each.next()) {
            int mark = term.length == 0 ? -1 : marks.indexOf(term.bytes[term.offset]);
            var kind = mark < 0 ? field : field + marks.charAt(mark);
            var size = kinds.computeIfAbsent(kind, unknown -> new long[POSITIONS + 1]);
            size[TERMS]++;
            size[LETTERS] += term.length;
            order.add(kind);
            places.add((IntBlockTermState) each.termState());
        }
    }
}
