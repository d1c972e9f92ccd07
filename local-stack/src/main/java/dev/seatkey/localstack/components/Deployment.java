package dev.seatkey.localstack.components;

import dev.seatkey.schemas.Topics;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** Makes every topic of the catalogue and registers every schema: the deliberate step before any worker starts. */
public final class Deployment {
    private static final int SCHEMAS_TO_CACHE = 1_000;

    private final String bootstrapServers;
    private final String registryUrl;
    private final TopicSettings settings;

    private Deployment(String bootstrapServers, String registryUrl, TopicSettings settings) {
        this.bootstrapServers = bootstrapServers;
        this.registryUrl = registryUrl;
        this.settings = settings;
    }

    /**
     * For one machine whose clock can be moved: senders set the time of records, and no record is ever too old to keep.
     *
     * @param replicas copies of each partition
     */
    public static Deployment local(String bootstrapServers, String registryUrl, int replicas) {
        return new Deployment(bootstrapServers, registryUrl, TopicSettings.local((short) replicas));
    }

    /**
     * For a cluster, with everything as the catalogue says.
     *
     * @param replicas copies of each partition
     */
    public static Deployment cluster(String bootstrapServers, String registryUrl, int replicas) {
        return new Deployment(bootstrapServers, registryUrl, TopicSettings.cluster((short) replicas));
    }

    /** Does what is still missing and brings the settings of existing topics in line; can be repeated. */
    public void deploy() {
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            new TopicDeployment(admin, settings).deploy(Topics.all());
        }
        new SchemaDeployment(new CachedSchemaRegistryClient(registryUrl, SCHEMAS_TO_CACHE)).deploy(Topics.contract());
    }
}
