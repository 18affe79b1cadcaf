package protokollsok.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.search.TopFieldDocs;

/** One search: the best entries after a given one, the exact number of all, and how they spread over the facets. */
final class Search {
    private static final String DATE = "date";
    private static final String STORED = "stored";
    private static final SortField[] BY_DATE = {
        new SortField(DATE, SortField.Type.LONG, true),
        new SortField("document", SortField.Type.LONG),
        new SortField("ordinal", SortField.Type.LONG),
    };
    private static final SortField[] BY_RELEVANCE = {SortField.FIELD_SCORE, BY_DATE[0], BY_DATE[1], BY_DATE[2]};

    private final IndexSearcher searcher;
    private final Query query;
    private final boolean byDate;
    private final FieldDoc after;
    private final int size;
    private final String[] facets;

    private Search(IndexSearcher searcher, Reader frame) throws IOException {
        this.searcher = searcher;
        query = new BooleanQuery.Builder()
            .add(Plan.read(frame, searcher).query, Occur.MUST)
            .add(Plan.read(frame, searcher).query, Occur.FILTER)
            .build();
        byDate = frame.bool();
        after = frame.bool() ? after(frame) : null;
        size = frame.varint();
        facets = new String[frame.varint()];
        for (int i = 0; i < facets.length; i++) facets[i] = frame.string();
    }

    static Search read(Reader frame, IndexSearcher searcher) throws IOException {
        return new Search(searcher, frame);
    }

    Writer run(Index index) throws IOException {
        var sort = new Sort(byDate ? BY_DATE : BY_RELEVANCE);
        var tops = new ArrayList<TopFieldCollector>();
        var counts = new ArrayList<FacetCounts>();
        searcher.search(query, new CollectorManager<Collector, Void>() {
            @Override
            public Collector newCollector() {
                tops.add(TopFieldCollector.create(sort, size, after, Integer.MAX_VALUE));
                counts.add(new FacetCounts(facets));
                var top = tops.get(tops.size() - 1);
                return Patience.limited(facets.length == 0 ? top : MultiCollector.wrap(top, counts.get(counts.size() - 1)));
            }

            @Override
            public Void reduce(Collection<Collector> parts) {
                return null;
            }
        });
        var found = TopDocs.merge(sort, size, tops.stream().map(TopFieldCollector::topDocs).toArray(TopFieldDocs[]::new));
        if (byDate) TopFieldCollector.populateScores(found.scoreDocs, searcher, query);

        var answer = new Writer().int64(found.totalHits.value).varint(found.scoreDocs.length);
        for (var hit : found.scoreDocs) write((FieldDoc) hit, answer);
        FacetCounts.of(facets, counts).write(answer);
        return answer.int64(found.scoreDocs.length == size ? index.keep(searcher) : 0);
    }

    private void write(FieldDoc hit, Writer answer) throws IOException {
        int first = byDate ? 0 : 1;
        answer.float32(byDate ? hit.score : (Float) hit.fields[0]);
        for (int i = first; i < first + BY_DATE.length; i++) answer.int64((Long) hit.fields[i]);
        answer.bytes(searcher.doc(hit.doc).getBinaryValue(STORED));
    }

    private FieldDoc after(Reader frame) {
        float score = frame.float32();
        Long date = frame.int64();
        Long document = frame.int64();
        Long ordinal = frame.int64();
        var fields = byDate ? new Object[] {date, document, ordinal} : new Object[] {score, date, document, ordinal};
        return new FieldDoc(Integer.MAX_VALUE, score, fields);
    }
}
