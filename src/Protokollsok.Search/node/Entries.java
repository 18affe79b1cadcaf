package protokollsok.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoubleRange;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;

/** Reads the entries of a frame as documents of the index. What a field is called and means is the sender's matter. */
final class Entries {
    private static final FieldType WORDS = words();

    private Entries() {
    }

    static List<Document> read(Reader frame) throws IOException {
        int count = frame.varint();
        var entries = new ArrayList<Document>(count);
        for (int i = 0; i < count; i++) entries.add(entry(frame));
        return entries;
    }

    private static Document entry(Reader frame) throws IOException {
        var entry = new Document();
        for (int fields = frame.int32(); fields > 0; fields--) add(entry, (char) frame.int8(), frame.string(), frame);
        return entry;
    }

    private static void add(Document entry, char kind, String name, Reader frame) throws IOException {
        switch (kind) {
            case 'w':
                entry.add(new Field(name, new AnalysedWords(frame.at(frame.position() + 4)), WORDS));
                frame.skip(frame.int32());
                break;
            case 'k':
                entry.add(new StringField(name, frame.bytes(), Field.Store.NO));
                break;
            case 'f':
                entry.add(new SortedDocValuesField(name, frame.bytes()));
                break;
            case 'n':
                entry.add(new NumericDocValuesField(name, frame.int64()));
                break;
            case 'p':
                entry.add(new LongPoint(name, frame.int64()));
                break;
            case 'r':
                entry.add(new DoubleRange(name, new double[] {frame.float64()}, new double[] {frame.float64()}));
                break;
            case 's':
                entry.add(new StoredField(name, frame.bytes()));
                break;
            default:
                throw new IOException("A field of the kind " + kind + " is not known.");
        }
    }

    private static FieldType words() {
        var type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
        type.freeze();
        return type;
    }
}
