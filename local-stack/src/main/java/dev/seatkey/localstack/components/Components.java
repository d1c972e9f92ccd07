package dev.seatkey.localstack.components;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All components together, with every topic made and every schema registered. */
public final class Components implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Components.class);

    private final KafkaBroker broker;
    private final SchemaRegistry registry;
    private final DocumentStore store;
    private final MailServer mail;

    private Components(KafkaBroker broker, SchemaRegistry registry, DocumentStore store, MailServer mail) {
        this.broker = broker;
        this.registry = registry;
        this.store = store;
        this.mail = mail;
    }

    /** The one set of components that all tests of a JVM share: started at the first call, stopped when the JVM ends. */
    public static Components shared() {
        return Shared.INSTANCE;
    }

    /**
     * Starts all components side by side and deploys the contracts.
     *
     * @param ports where they listen
     * @param directory for data, which is deleted first, and logs
     * @param listener hears when something is ready
     */
    public static Components start(ComponentPorts ports, Path directory, StartListener listener) {
        var absolute = directory.toAbsolutePath();
        var started = new Started(listener);
        try {
            var broker = started.aside("broker", () -> KafkaBroker.start(ports.brokers(), absolute.resolve("broker")));
            var registry = started.aside(
                    "schema registry", () -> SchemaRegistry.start(ports.registry(), absolute.resolve("registry")));
            var store = started.aside("document store", () -> DocumentStore.start(ports.store()));
            var mail = started.aside("mail server", () -> MailServer.start(ports.smtp(), ports.imap(), ports.pop3()));
            var components = new Components(broker.join(), registry.join(), store.join(), mail.join());
            started.timed("topics and schemas", components::deploy);
            return components;
        } catch (CompletionException failed) {
            started.closeAll();
            throw failed.getCause() instanceof RuntimeException reason ? reason : failed;
        }
    }

    public KafkaBroker broker() {
        return broker;
    }

    public SchemaRegistry registry() {
        return registry;
    }

    public DocumentStore store() {
        return store;
    }

    public MailServer mail() {
        return mail;
    }

    @Override
    public void close() {
        mail.close();
        registry.close();
        broker.close();
        store.close();
    }

    private Deployment deploy() {
        var deployment = Deployment.local(broker.bootstrapServers(), registry.url(), broker.nodes());
        deployment.deploy();
        return deployment;
    }

    private static final class Shared {
        static final Components INSTANCE = startShared();

        private static Components startShared() {
            var components = start(ComponentPorts.free(), Path.of("target", "components"), StartListener.SILENT);
            Runtime.getRuntime().addShutdownHook(new Thread(components::close, "stop-components"));
            return components;
        }
    }

    /** What was started so far, to be closed again where the rest fails. */
    private static final class Started {
        private final StartListener listener;
        private final Deque<CompletableFuture<? extends AutoCloseable>> running = new ArrayDeque<>();

        Started(StartListener listener) {
            this.listener = listener;
        }

        <T extends AutoCloseable> CompletableFuture<T> aside(String what, Supplier<T> start) {
            var future = CompletableFuture.supplyAsync(
                    () -> timed(what, start), task -> new Thread(task, "start-" + what).start());
            running.push(future);
            return future;
        }

        <T> T timed(String what, Supplier<T> work) {
            var from = System.nanoTime();
            var result = work.get();
            var took = Duration.ofNanos(System.nanoTime() - from);
            LOG.debug("Started {} in {} ms", what, took.toMillis());
            listener.ready(what, took);
            return result;
        }

        void closeAll() {
            running.forEach(future -> future.handle((component, failure) -> {
                        close(component);
                        return component;
                    })
                    .join());
        }

        private static void close(@Nullable AutoCloseable component) {
            if (component == null) {
                return;
            }
            try {
                component.close();
            } catch (Exception broken) {
                throw new IllegalStateException(broken);
            }
        }
    }
}
