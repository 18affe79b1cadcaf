package protokollsok.search;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.store.LockObtainFailedException;

/**
 * The search node: a child of the program that knows Lucene and nothing of Swedish. Frames come in on standard input and
 * go out on standard output: four bytes of length, four of the request's number, one of operation or status, the body.
 * Standard output carries nothing else; messages go to standard error. The end of standard input ends the node.
 */
public final class Node {
    static final byte REPLACE = 1;
    static final byte COMMIT = 2;
    static final byte SEARCH = 3;
    static final byte VALUES = 4;
    static final byte TERMS = 5;
    static final byte SPREAD = 6;
    static final byte COUNT = 7;
    static final byte SNAPSHOT = 8;
    static final byte SIZES = 9;

    static final byte DONE = 0;
    static final byte FAILED = 1;
    static final byte LOCKED = 2;
    static final byte TOO_LONG = 3;

    private static final int HELLO = 0;
    private static final int MAX_FRAME = 256 << 20;
    private static final int FAREWELL_SECONDS = 5;

    private final Index index;
    private final OutputStream out;
    private final ExecutorService writes;
    private final ExecutorService reads;

    private Node(Index index, OutputStream out, int threads) {
        this.index = index;
        this.out = out;
        writes = Executors.newFixedThreadPool(threads);
        reads = Executors.newFixedThreadPool(threads);
    }

    /** Arguments: the index folder; {@code write} or {@code read}; megabytes of buffer before a segment is written; the analysis. */
    public static void main(String[] args) throws IOException {
        var out = new FileOutputStream(FileDescriptor.out);
        System.setOut(System.err);
        Index index;
        try {
            index = Index.open(Path.of(args[0]), args[1].equals("read"), Integer.parseInt(args[2]), args[3]);
            send(out, HELLO, DONE, new Writer().string(index.analysis()));
        } catch (LockObtainFailedException e) {
            send(out, HELLO, LOCKED, failure(e));
            return;
        } catch (IOException | RuntimeException e) {
            send(out, HELLO, FAILED, failure(e));
            return;
        }

        Patience.watch();
        new Node(index, out, Math.max(2, Runtime.getRuntime().availableProcessors())).run();
    }

    private void run() throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(System.in, 1 << 16))) {
            while (true) {
                int length = in.readInt();
                if (length < 5 || length > MAX_FRAME) throw new IOException("A frame of " + length + " bytes is none of ours.");
                var frame = new byte[length];
                in.readFully(frame);
                take(frame);
            }
        } catch (EOFException e) {
            finishAnswers();
            index.abandon();
        }
        System.exit(0);
    }

    /** Who asked before the end is still answered. */
    private void finishAnswers() {
        reads.shutdown();
        try {
            reads.awaitTermination(FAREWELL_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void take(byte[] frame) {
        var body = new Reader(frame);
        int request = body.int32();
        byte operation = body.int8();
        (isUpkeep(operation) ? writes : reads).execute(() -> answer(request, operation, body));
    }

    /** What nobody sits and waits for: it takes its time, and none from questions. */
    private static boolean isUpkeep(byte operation) {
        return operation == REPLACE || operation == COMMIT || operation == SNAPSHOT || operation == SIZES || operation == VALUES;
    }

    private Writer patiently(byte operation, Reader body) throws IOException {
        Patience.begin();
        try {
            return perform(operation, body);
        } finally {
            Patience.end();
        }
    }

    private void answer(int request, byte operation, Reader body) {
        try {
            try {
                send(out, request, DONE, isUpkeep(operation) ? perform(operation, body) : patiently(operation, body));
            } catch (IOException | RuntimeException e) {
                boolean tooLong = Patience.isExhausted(e);
                if (!tooLong) e.printStackTrace();
                send(out, request, tooLong ? TOO_LONG : FAILED, failure(e));
            }
            // A writer that met a full disk or the like has closed itself for good: a new process begins at the last commit.
            if (index.isBroken()) Runtime.getRuntime().halt(4);
        } catch (IOException | Error e) {
            e.printStackTrace();
            Runtime.getRuntime().halt(3);
        }
    }

    private Writer perform(byte operation, Reader body) throws IOException {
        switch (operation) {
            case REPLACE:
                index.replace(body.string(), Entries.read(body));
                return new Writer();
            case COMMIT:
                index.commit();
                return new Writer();
            case SEARCH:
                return index.withKept(body.int64(), searcher -> Search.read(body, searcher).run(index));
            case VALUES:
                return index.withSearcher(searcher -> Values.of(body.string(), searcher));
            case TERMS:
                return index.withSearcher(searcher -> Terms.of(body, searcher));
            case SPREAD:
                return index.withSearcher(searcher -> Counting.spread(body, searcher));
            case SNAPSHOT:
                index.snapshot(Path.of(body.string()));
                return new Writer();
            case SIZES:
                return index.withSearcher(searcher -> Sizes.of(body, searcher));
            case COUNT:
                return index.withSearcher(searcher -> Counting.hits(body, searcher));
            default:
                throw new IOException("The operation " + operation + " is not known.");
        }
    }

    private static Writer failure(Exception e) {
        return new Writer().string(e.toString());
    }

    private static void send(OutputStream out, int request, byte status, Writer body) throws IOException {
        var frame = body.frame(request, status);
        synchronized (out) {
            out.write(frame);
            out.flush();
        }
    }
}
