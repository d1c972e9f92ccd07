package dev.seatkey.localstack.deploy;

import dev.seatkey.localstack.components.Deployment;
import dev.seatkey.localstack.console.Console;
import dev.seatkey.schemas.Topics;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes the topics and registers the schemas on given brokers and registry. */
@Command(
        name = "deploy",
        description =
                "Makes every topic and registers every schema on a cluster. Can be repeated: does what is missing.")
public final class DeployCommand implements Callable<Integer> {
    private final Console console;

    @Option(names = "--bootstrap-servers", required = true, description = "The Kafka brokers, such as kafka:9092.")
    private String bootstrapServers = "";

    @Option(names = "--registry", required = true, description = "The schema registry, such as http://registry:8081.")
    private String registry = "";

    @Option(
            names = "--replicas",
            defaultValue = "3",
            description = "Copies of each partition; ${DEFAULT-VALUE} if not given.")
    private int replicas;

    public DeployCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Deployment.cluster(bootstrapServers, registry, replicas).deploy();
        var schemas = Topics.contract().stream()
                .mapToInt(topic -> topic.records().size())
                .sum();
        console.line(Topics.all().size() + " topics and " + schemas + " schemas are in place.");
        return 0;
    }
}
