package protokollsok.search;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.lucene.util.BytesRef;

/** Writes the values of a frame, as {@link Reader} reads them. Room for the frame's head is kept in front. */
final class Writer {
    private static final int HEAD = 9;

    private ByteBuffer buffer = ByteBuffer.allocate(256).position(HEAD);

    Writer int32(int value) {
        room(4).putInt(value);
        return this;
    }

    Writer int64(long value) {
        room(8).putLong(value);
        return this;
    }

    Writer float32(float value) {
        room(4).putFloat(value);
        return this;
    }

    Writer varint(int value) {
        room(5);
        int rest = value;
        while ((rest & ~0x7F) != 0) {
            buffer.put((byte) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        buffer.put((byte) rest);
        return this;
    }

    Writer string(String value) {
        return bytes(new BytesRef(value.getBytes(StandardCharsets.UTF_8)));
    }

    Writer bytes(BytesRef value) {
        varint(value.length);
        room(value.length).put(value.bytes, value.offset, value.length);
        return this;
    }

    byte[] frame(int request, byte status) {
        int length = buffer.position();
        buffer.putInt(0, length - 4).putInt(4, request).put(8, status);
        return Arrays.copyOf(buffer.array(), length);
    }

    private ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) {
            int size = Math.max(buffer.capacity() * 2, buffer.position() + bytes);
            buffer = ByteBuffer.wrap(Arrays.copyOf(buffer.array(), size)).position(buffer.position());
        }
        return buffer;
    }
}
