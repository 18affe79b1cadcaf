package protokollsok.search;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.lucene.util.BytesRef;

/** Reads the values of a frame: big-endian numbers, varints, and texts as a varint of their length and UTF-8. */
final class Reader {
    private final ByteBuffer buffer;

    Reader(byte[] frame) {
        buffer = ByteBuffer.wrap(frame);
    }

    byte int8() {
        return buffer.get();
    }

    boolean bool() {
        return buffer.get() != 0;
    }

    int int32() {
        return buffer.getInt();
    }

    long int64() {
        return buffer.getLong();
    }

    float float32() {
        return buffer.getFloat();
    }

    double float64() {
        return buffer.getDouble();
    }

    /** Seven bits a byte, the lowest first; the top bit says that more follow. */
    int varint() {
        int value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = buffer.get();
            value |= (next & 0x7F) << shift;
            if (next >= 0) return value;
        }
    }

    String string() {
        var bytes = bytes();
        return new String(bytes.bytes, bytes.offset, bytes.length, StandardCharsets.UTF_8);
    }

    /** A slice of the frame, not a copy. */
    BytesRef bytes() {
        var slice = new BytesRef();
        bytes(slice);
        return slice;
    }

    void bytes(BytesRef slice) {
        int length = varint();
        slice.bytes = buffer.array();
        slice.offset = buffer.position();
        slice.length = length;
        buffer.position(buffer.position() + length);
    }

    int position() {
        return buffer.position();
    }

    /** Another reader of the same frame, from here. */
    Reader at(int position) {
        var other = new Reader(buffer.array());
        other.buffer.position(position);
        return other;
    }

    void skip(int bytes) {
        buffer.position(buffer.position() + bytes);
    }
}
