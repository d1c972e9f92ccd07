package dev.seatkey.localstack.components;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Documents in memory, kept as bytes. The library keeps them as objects, some hundred for a document of twenty fields, which the
 * collector has to copy one by one: two fifths of all time under load.
 */
final class CompactCollection extends AbstractSynchronizedMongoCollection<Integer> {
    private final List<byte @Nullable []> documents = new ArrayList<>();
    private final Deque<Integer> free = new ArrayDeque<>();
    private final ByteBuf buffer = Unpooled.buffer();
    private long bytes;

    CompactCollection(MongoDatabase database, String name, CollectionOptions options, CursorRegistry cursors) {
        super(database, name, options, cursors);
    }

    @Override
    protected Integer addDocumentInternal(Document document) {
        var encoded = encoded(document);
        var position = free.poll();
        if (position == null) {
            position = documents.size();
            documents.add(null);
        }
        keep(position, encoded);
        return position;
    }

    @Override
    protected void handleUpdate(Integer position, Document before, Document after) {
        keep(position, encoded(after));
    }

    @Override
    protected void removeDocument(Integer position) {
        bytes -= at(position).length;
        documents.set(position, null);
        free.add(position);
    }

    private byte[] encoded(Document document) {
        buffer.clear();
        BsonEncoder.encodeDocument(document, buffer);
        return ByteBufUtil.getBytes(buffer);
    }

    private void keep(int position, byte[] document) {
        var before = documents.set(position, document);
        bytes += document.length - (before == null ? 0 : before.length);
    }

    private byte[] at(int position) {
        return Objects.requireNonNull(documents.get(position));
    }

    @Override
    protected Document getDocument(Integer position) {
        return decoded(at(position));
    }

    private static Document decoded(byte[] document) {
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(document));
    }

    /** What is due comes in the order of its index, as far as it is asked for: the library would read all of it, to sort it. */
    @Override
    protected QueryResult queryDocuments(
            Document query, @Nullable Document order, int toSkip, int limit, int batchSize, @Nullable Document fields) {
        for (var index : getIndexes()) {
            if (index instanceof DueDateIndex due && due.isOrder(order) && due.canHandle(query)) {
                var inOrder = due.inOrder(query).map(this::getDocument);
                return matchDocumentsFromStream(query, inOrder, toSkip, limit, batchSize, null, fields);
            }
        }
        return super.queryDocuments(query, order, toSkip, limit, batchSize, fields);
    }

    @Override
    protected QueryResult matchDocuments(
            Document query, Document order, int toSkip, int limit, int batchSize, Document fields) {
        var size = documents.size();
        var descending = isNaturalDescending(order);
        var all = IntStream.range(0, size)
                .mapToObj(each -> documents.get(descending ? size - 1 - each : each))
                .filter(Objects::nonNull)
                .map(CompactCollection::decoded);
        return matchDocumentsFromStream(all, query, order, toSkip, limit, batchSize, fields);
    }

    /** Documents found by their ids need not be compared with all ids that are asked for, as the library does. */
    @Override
    protected QueryResult matchDocuments(
            Document query,
            Iterable<Integer> found,
            @Nullable Document order,
            int toSkip,
            int limit,
            int batchSize,
            @Nullable Document fields) {
        var rest = asksForIdsAlone(query) ? new Document() : query;
        return super.matchDocuments(rest, found, order, toSkip, limit, batchSize, fields);
    }

    private static boolean asksForIdsAlone(Document query) {
        return query.size() == 1
                && query.get("_id") instanceof Document condition
                && condition.size() == 1
                && condition.containsKey("$in");
    }

    @Override
    protected Stream<DocumentWithPosition<Integer>> streamAllDocumentsWithPosition() {
        return IntStream.range(0, documents.size()).boxed().mapMulti((position, found) -> {
            var document = documents.get(position);
            if (document != null) {
                found.accept(new DocumentWithPosition<>(decoded(document), position));
            }
        });
    }

    @Override
    public synchronized int count() {
        return documents.size() - free.size();
    }

    /** Its size is known without encoding it once more. */
    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected void updateDataSize(int change) {
        throw new UnsupportedOperationException("the size is counted as documents are kept");
    }

    @Override
    protected int getDataSize() {
        return (int) Math.min(Integer.MAX_VALUE, bytes);
    }
}
