package protokollsok.search;

import java.io.IOException;
import java.util.TreeSet;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;

/** The values that a field has in entries which are not deleted. */
final class Values {
    private Values() {
    }

    static Writer of(String field, IndexSearcher searcher) throws IOException {
        var found = new TreeSet<String>();
        for (var segment : searcher.getIndexReader().leaves()) {
            var terms = segment.reader().terms(field);
            if (terms == null) continue;
            var each = terms.iterator();
            for (var value = each.next(); value != null; value = each.next()) if (lives(each, segment.reader())) found.add(value.utf8ToString());
        }
        var answer = new Writer().varint(found.size());
        found.forEach(answer::string);
        return answer;
    }

    private static boolean lives(TermsEnum term, LeafReader segment) throws IOException {
        var live = segment.getLiveDocs();
        if (live == null) return true;
        var entries = term.postings(null, PostingsEnum.NONE);
        for (int entry = entries.nextDoc(); entry != DocIdSetIterator.NO_MORE_DOCS; entry = entries.nextDoc()) if (live.get(entry)) return true;
        return false;
    }
}
