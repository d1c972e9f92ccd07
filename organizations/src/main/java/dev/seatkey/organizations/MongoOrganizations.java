package dev.seatkey.organizations;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOneModel;
import dev.seatkey.messaging.store.ConditionalWrites;
import dev.seatkey.messaging.store.StoreIndex;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.bson.Document;

/** The organizations in MongoDB. */
final class MongoOrganizations implements Organizations {
    static final String COLLECTION = "organizations";
    static final List<StoreIndex> INDEXES =
            List.of(StoreIndex.forQuery(COLLECTION, Indexes.ascending("parentId"), "what lies below an organization"));

    private final MongoCollection<OrganizationDocument> organizations;
    private final MongoCollection<Document> ids;

    MongoOrganizations(MongoDatabase database) {
        this.organizations = database.getCollection(COLLECTION, OrganizationDocument.class);
        this.ids = database.getCollection(COLLECTION);
    }

    @Override
    public List<Organization> find(Collection<String> organizationIds) {
        if (organizationIds.isEmpty()) {
            return List.of();
        }
        List<Organization> found = new ArrayList<>();
        organizations.find(in("_id", organizationIds)).forEach(document -> found.add(document.organization()));
        return found;
    }

    @Override
    public OrganizationTree withAncestors(Collection<String> organizationIds) {
        List<Organization> found = new ArrayList<>();
        Set<String> asked = new HashSet<>(organizationIds);
        Set<String> next = asked;
        for (int depth = 0; depth <= OrganizationTree.MAX_DEPTH && !next.isEmpty(); depth++) {
            List<Organization> level = find(next);
            found.addAll(level);
            next = new HashSet<>();
            for (Organization each : level) {
                if (each.parentId() != null && !asked.contains(each.parentId())) {
                    next.add(each.parentId());
                }
            }
            asked = union(asked, next);
        }
        return OrganizationTree.of(found);
    }

    @Override
    public Set<String> atOrBelow(String organizationId) {
        Set<String> found = Set.of(organizationId);
        Set<String> next = found;
        for (int depth = 0; depth <= OrganizationTree.MAX_DEPTH && !next.isEmpty(); depth++) {
            Set<String> below = new HashSet<>(children(next));
            below.removeAll(found);
            found = union(found, below);
            next = below;
        }
        return found;
    }

    @Override
    public void write(Collection<Organization> changed) {
        List<OrganizationDocument> fresh = new ArrayList<>();
        List<UpdateOneModel<OrganizationDocument>> updates = new ArrayList<>();
        for (Organization each : changed) {
            OrganizationDocument document = OrganizationDocument.of(each, each.revision() + 1);
            if (each.revision() == 0) {
                fresh.add(document);
            } else {
                updates.add(update(document));
            }
        }
        ConditionalWrites.insert(organizations, fresh);
        ConditionalWrites.update(organizations, updates);
    }

    private static UpdateOneModel<OrganizationDocument> update(OrganizationDocument changed) {
        return new UpdateOneModel<>(
                new Document("_id", changed.organizationId()).append("revision", changed.revision() - 1),
                combine(
                        set("name", changed.name()),
                        set("parentId", changed.parentId()),
                        set("ltiService", changed.ltiService()),
                        set("contacts", changed.contacts()),
                        set("users", changed.users()),
                        set("brought", changed.brought()),
                        set("ownMessage", changed.ownMessage()),
                        set("lastTold", changed.lastTold()),
                        set("revision", changed.revision())));
    }

    private List<String> children(Set<String> parentIds) {
        return StreamSupport.stream(
                        ids.find(in("parentId", parentIds))
                                .projection(include("_id"))
                                .spliterator(),
                        false)
                .map(document -> document.getString("_id"))
                .toList();
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        Set<String> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }
}
