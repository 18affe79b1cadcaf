package protokollsok.search;

import java.io.IOException;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;

/** How many entries match, without looking at any. */
final class Counting {
    private Counting() {
    }

    /** The frame: a filter, then some queries; the answer: how many entries match the filter and each of them. */
    static Writer hits(Reader frame, IndexSearcher searcher) throws IOException {
        var filter = Plan.read(frame, searcher).query;
        int queries = frame.varint();
        var answer = new Writer().varint(queries);
        for (; queries > 0; queries--) {
            var query = Plan.read(frame, searcher).query;
            Patience.check();
            answer.varint(searcher.count(new BooleanQuery.Builder().add(query, Occur.FILTER).add(filter, Occur.FILTER).build()));
        }
        return answer;
    }

    /** The frame: a query, a field, how many values at most; the answer: the most frequent values of the matching entries. */
    static Writer spread(Reader frame, IndexSearcher searcher) throws IOException {
        var query = Plan.read(frame, searcher).query;
        var counts = new FacetCounts(new String[] {frame.string()});
        searcher.search(query, Patience.limited(counts));
        var answer = new Writer();
        counts.writeHighest(answer, frame.varint());
        return answer;
    }
}
