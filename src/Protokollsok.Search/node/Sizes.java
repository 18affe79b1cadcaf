package protokollsok.search;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
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
    private long[] lastWithEntries;
    private long[] lastWithPositions;
    private long entriesFrom;
    private long positionsFrom;

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

    /** Terms lie in the order of fields and letters, so each ends where the next begins; the last one's end is not known, and is small. */
    private void add(LeafReader segment) throws IOException {
        if (!(segment instanceof SegmentReader)) return;
        lastWithEntries = lastWithPositions = null;
        var fields = new TreeSet<String>();
        for (var field : segment.getFieldInfos()) fields.add(field.name);
        for (var field : fields) if (segment.terms(field) != null) add(field, segment.terms(field));
    }

    private void add(String field, Terms terms) throws IOException {
        var each = terms.iterator();
        for (var term = each.next(); term != null; term = each.next()) {
            int mark = term.length == 0 ? -1 : marks.indexOf(term.bytes[term.offset]);
            var size = kinds.computeIfAbsent(mark < 0 ? field : field + marks.charAt(mark), unknown -> new long[POSITIONS + 1]);
            size[TERMS]++;
            size[LETTERS] += term.length;
            end((IntBlockTermState) each.termState(), terms.hasPositions(), size);
        }
    }

    private void end(IntBlockTermState next, boolean hasPositions, long[] size) {
        if (lastWithEntries != null) lastWithEntries[ENTRIES] += next.docStartFP - entriesFrom;
        lastWithEntries = size;
        entriesFrom = next.docStartFP;
        if (!hasPositions) return;
        if (lastWithPositions != null) lastWithPositions[POSITIONS] += next.posStartFP - positionsFrom;
        lastWithPositions = size;
        positionsFrom = next.posStartFP;
    }
}
