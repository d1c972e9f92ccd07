package dev.seatkey.localstack.components;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;

/** What a query says about some fields. */
final class PartOf {
    private PartOf() {}

    static Document query(Document query, List<String> fields) {
        var part = new Document();
        fields.stream().filter(query::containsKey).forEach(field -> part.put(field, query.get(field)));
        return part;
    }
}
