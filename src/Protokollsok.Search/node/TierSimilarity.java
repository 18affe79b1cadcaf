package protokollsok.search;

import org.apache.lucene.index.FieldInvertState;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.util.SmallFloat;

/**
 * BM25's saturating term frequency, squeezed into the upper half of a word's weight: a match scores between .5 and 1 times
 * its boost. So a layer of analysis that weighs at most half of the one above can never outrank it, however often it
 * matches. How rare a word is, is no matter of one term: {@link Plan} weighs all forms of a word alike.
 */
final class TierSimilarity extends Similarity {
    private static final float K1 = 1.2f;
    private static final float B = .4f;

    @Override
    public long computeNorm(FieldInvertState state) {
        return SmallFloat.intToByte4(state.getLength() - state.getNumOverlap());
    }

    @Override
    public SimScorer scorer(float boost, CollectionStatistics collection, TermStatistics... terms) {
        float average = (float) collection.sumTotalTermFreq() / Math.max(1, collection.docCount());
        var norms = new float[256];
        for (int i = 0; i < norms.length; i++) norms[i] = K1 * (1 - B + B * SmallFloat.byte4ToInt((byte) i) / average);
        return new SimScorer() {
            @Override
            public float score(float freq, long norm) {
                return boost * (.5f + .5f * freq / (freq + norms[(byte) norm & 0xFF]));
            }
        };
    }
}
