package protokollsok.search;

import org.apache.lucene.codecs.FilterCodec;
import org.apache.lucene.codecs.StoredFieldsFormat;
import org.apache.lucene.codecs.compressing.CompressingStoredFieldsFormat;
import org.apache.lucene.codecs.compressing.CompressionMode;
import org.apache.lucene.codecs.lucene87.Lucene87Codec;

/**
 * Lucene's own format, but for what is stored: in small blocks. A hit needs one entry, and of a default block of 80 KB
 * dozens would be decompressed for it: that was half the time of a search.
 */
public final class EntryCodec extends FilterCodec {
    /** Written into every segment; another format needs another name. */
    private static final String NAME = "Protokollsok1";
    private static final int BLOCK_BYTES = 8 << 10;
    private static final int MOST_ENTRIES = 32;
    private static final int INDEX_BLOCK_SHIFT = 10;

    private final StoredFieldsFormat stored =
        new CompressingStoredFieldsFormat(NAME, CompressionMode.FAST, BLOCK_BYTES, MOST_ENTRIES, INDEX_BLOCK_SHIFT);

    public EntryCodec() {
        super(NAME, new Lucene87Codec());
    }

    @Override
    public StoredFieldsFormat storedFieldsFormat() {
        return stored;
    }
}
