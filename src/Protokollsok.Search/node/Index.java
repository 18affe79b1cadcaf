package protokollsok.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexDeletionPolicy;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.KeepOnlyLastCommitDeletionPolicy;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.SnapshotDeletionPolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherLifetimeManager;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;

/** The index in its folder: one writer with its own readers, or readers of what another process has committed. */
final class Index {
    /** The field that all entries of one document share; deletion goes by it. */
    static final String OWNER = "owner";

    private static final String ANALYSIS = "analysis";

    /** A predecessor whose parent was killed needs a moment to see the end of its input. */
    private static final int LOCK_ATTEMPTS = 20;
    private static final int LOCK_PAUSE_MILLISECONDS = 100;

    private static final SearcherFactory SEARCHERS = new SearcherFactory() {
        @Override
        public IndexSearcher newSearcher(org.apache.lucene.index.IndexReader reader, org.apache.lucene.index.IndexReader previous) {
            return new PartedSearcher(reader);
        }
    };

    /** A person reads a page of hits before asking for the next. */
    private static final double STATE_SECONDS = 600;

    /** Less is written at once sooner than by two. */
    private static final long FLUSHED_APART_BYTES = 4 << 20;

    private final SearcherLifetimeManager states = new SearcherLifetimeManager();
    private final Directory directory;
    private final IndexWriter writer;
    /** Whether something was deleted since the last commit; of the one thread that writes. */
    private boolean removed;
    private final SnapshotDeletionPolicy snapshots;
    private SearcherManager searchers;

    private Index(Directory directory, IndexWriter writer, SearcherManager searchers, SnapshotDeletionPolicy snapshots) {
        this.snapshots = snapshots;
        this.directory = directory;
        this.writer = writer;
        this.searchers = searchers;
    }

    /** An index without entries takes the analysis given; any other keeps the one that made it. */
    static Index open(Path folder, boolean readOnly, int bufferMegabytes, String analysis) throws IOException {
        var directory = FSDirectory.open(folder);
        if (readOnly) return new Index(directory, null, null, null);
        var snapshots = new SnapshotDeletionPolicy(new KeepOnlyLastCommitDeletionPolicy());
        var writer = openWriter(directory, bufferMegabytes, snapshots);
        if (writer.getDocStats().numDocs == 0) writer.setLiveCommitData(Map.of(ANALYSIS, analysis).entrySet());
        writer.commit();
        return new Index(directory, writer, new SearcherManager(writer, SEARCHERS), snapshots);
    }

    /** By which analysis its entries were made: empty where there are none, a question mark where it does not say. */
    String analysis() throws IOException {
        try {
            var infos = SegmentInfos.readLatestCommit(directory);
            return infos.totalMaxDoc() == 0 ? "" : infos.getUserData().getOrDefault(ANALYSIS, "?");
        } catch (IndexNotFoundException e) {
            return "";
        }
    }

    /** Links (or copies) the files of the last commit into an empty folder. */
    void snapshot(Path target) throws IOException {
        writer();
        var commit = snapshots.snapshot();
        try {
            Files.createDirectories(target);
            try (var there = Files.list(target)) {
                if (there.findAny().isPresent()) throw new FileAlreadyExistsException(target.toString());
            }
            for (var name : commit.getFileNames()) link(((FSDirectory) directory).getDirectory().resolve(name), target.resolve(name));
        } finally {
            snapshots.release(commit);
        }
    }

    /** Files of an index never change, so a second name is as good as a copy; another disk needs the copy. */
    private static void link(Path file, Path name) throws IOException {
        try {
            Files.createLink(name, file);
        } catch (FileSystemException | UnsupportedOperationException e) {
            Files.copy(file, name);
        }
    }

    private static IndexWriter openWriter(Directory directory, int bufferMegabytes, IndexDeletionPolicy deletions) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                return new IndexWriter(directory, new IndexWriterConfig(null)
                    .setRAMBufferSizeMB(bufferMegabytes)
                    // One file a segment would be written twice; there are few segments.
                    .setUseCompoundFile(false)
                    .setCommitOnClose(false)
                    .setIndexDeletionPolicy(deletions)
                    .setCodec(new EntryCodec())
                    .setSimilarity(new TierSimilarity()));
            } catch (LockObtainFailedException e) {
                if (attempt == LOCK_ATTEMPTS) throw e;
                pause();
            }
        }
    }

    /** All entries of one owner, in one step: a reader sees the old ones or the new ones. */
    void replace(String owner, List<Document> entries) throws IOException {
        var term = new Term(OWNER, owner);
        if (entries.isEmpty()) {
            writer().deleteDocuments(term);
            removed = true;
        } else {
            writer().updateDocuments(term, entries);
        }
    }

    void commit() throws IOException {
        boolean forget = removed;
        removed = false;
        flushInParallel();
        writer().commit();
        searchers.maybeRefreshBlocking();
        // What was deleted is to be seen nowhere any more: who pages goes on in the newest state.
        states.prune(forget ? (age, searcher) -> true : new SearcherLifetimeManager.PruneByAge(STATE_SECONDS));
    }

    /** What each writing thread has gathered becomes a segment; a commit would make them one after the other. */
    private void flushInParallel() throws IOException {
        var writer = writer();
        if (writer.ramBytesUsed() < FLUSHED_APART_BYTES) return;
        try {
            CompletableFuture.allOf(CompletableFuture.runAsync(() -> flushNext(writer)), CompletableFuture.runAsync(() -> flushNext(writer))).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof UncheckedIOException failed) throw failed.getCause();
            throw e;
        }
    }

    private static void flushNext(IndexWriter writer) {
        try {
            writer.flushNextBuffer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    interface Use {
        Writer of(IndexSearcher searcher) throws IOException;
    }

    /** Keeps what this searcher sees for a while, so that a later page continues the same list; the answer names it. */
    long keep(IndexSearcher searcher) throws IOException {
        return searcher.getIndexReader() instanceof DirectoryReader ? states.record(searcher) : 0;
    }

    /** With what was kept under that name; with the newest where it is none any more. */
    Writer withKept(long state, Use use) throws IOException {
        var kept = state == 0 ? null : states.acquire(state);
        if (kept == null) return withSearcher(use);
        try {
            return use.of(kept);
        } finally {
            states.release(kept);
        }
    }

    Writer withSearcher(Use use) throws IOException {
        var current = searchers();
        if (current == null) return use.of(new PartedSearcher(new MultiReader()));
        if (writer == null && current.maybeRefresh()) states.prune(new SearcherLifetimeManager.PruneByAge(STATE_SECONDS));
        var searcher = current.acquire();
        try {
            return use.of(searcher);
        } finally {
            current.release(searcher);
        }
    }

    boolean isBroken() {
        return writer != null && !writer.isOpen();
    }

    /** Ends without a commit: the index stays as its last commit left it. */
    void abandon() throws IOException {
        if (writer != null) writer.rollback();
    }

    /** Null while there is nothing committed yet for a reader to open. */
    private synchronized SearcherManager searchers() throws IOException {
        if (searchers != null) return searchers;
        try {
            searchers = new SearcherManager(DirectoryReader.open(directory), SEARCHERS);
        } catch (IndexNotFoundException e) {
            return null;
        }
        return searchers;
    }

    private IndexWriter writer() throws IOException {
        if (writer == null) throw new IOException("This node only reads.");
        return writer;
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(LOCK_PAUSE_MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
