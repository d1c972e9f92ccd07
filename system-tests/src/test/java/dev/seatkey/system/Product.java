package dev.seatkey.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatkey.contract.BillingMethod;
import dev.seatkey.contract.DecideSale;
import dev.seatkey.contract.LaunchGranted;
import dev.seatkey.contract.LaunchRefused;
import dev.seatkey.contract.Organization;
import dev.seatkey.contract.Person;
import dev.seatkey.contract.PlanActivated;
import dev.seatkey.contract.Price;
import dev.seatkey.contract.PriceListEntry;
import dev.seatkey.contract.PriceTier;
import dev.seatkey.contract.RegisterSale;
import dev.seatkey.contract.SalesType;
import dev.seatkey.contract.SoldAs;
import dev.seatkey.contract.TestLaunched;
import dev.seatkey.contract.UserReference;
import dev.seatkey.contract.Verdict;
import dev.seatkey.localstack.books.BooksAddresses;
import dev.seatkey.localstack.books.BooksCheck;
import dev.seatkey.localstack.components.StartListener;
import dev.seatkey.localstack.outside.Observer;
import dev.seatkey.localstack.outside.Seen;
import dev.seatkey.localstack.outside.Sender;
import dev.seatkey.localstack.stack.Stack;
import dev.seatkey.localstack.stack.StackPorts;
import dev.seatkey.localstack.stack.Surroundings;
import dev.seatkey.schemas.Topics;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/** The product as the systems around it see it: what they can send, and what they can read. */
final class Product implements AutoCloseable {
    static final Duration SOON = Duration.ofSeconds(120);
    static final String DISTRIBUTION = "it-pro-practice-test";
    static final String ISSUER = "https://lms.example";

    private static final UserReference APPROVER = new UserReference("head-office", "olga");
    private static final AtomicInteger SCHOOLS = new AtomicInteger();

    private final Stack stack;
    private final Sender sender;
    private final Observer observer;

    private Product(Stack stack) {
        var broker = stack.components().broker().bootstrapServers();
        var registry = stack.components().registry().url();
        this.stack = stack;
        this.sender = new Sender(broker, registry, stack.clock());
        this.observer = new Observer(broker, registry);
    }

    /** Starts it, with a price list and an organization that approves. */
    static Product start(String name) {
        return start(name, 1, UnaryOperator.identity());
    }

    /**
     * Starts it on a broker of several nodes, or with something between the workers and what they stand on.
     *
     * @param nodes of the broker
     * @param between is given where the components are and says where the workers find them
     */
    static Product start(String name, int nodes, UnaryOperator<Surroundings> between) {
        var stack = Stack.start(
                StackPorts.free(nodes),
                Path.of("target", name).toAbsolutePath(),
                between,
                StartListener.SILENT,
                stopped -> {});
        var product = new Product(stack);
        product.publishPriceList();
        product.publish(organization("head-office", null));
        return product;
    }

    Stack stack() {
        return stack;
    }

    Observer observer() {
        return observer;
    }

    Sender sender() {
        return sender;
    }

    LocalDate today() {
        return LocalDate.ofInstant(stack.clock().instant(), ZoneOffset.UTC);
    }

    /** An organization with the LTI service and a user who sells to it, its name unique in this run. */
    String aSchool() {
        var id = "school-" + SCHOOLS.incrementAndGet();
        publish(organization(id, "head-office"));
        return id;
    }

    /** A registration of a plan that starts today. */
    RegisterSale aSaleTo(String school, String saleId, int users) {
        return RegisterSale.newBuilder()
                .setSaleId(saleId)
                .setSaleName("Sale " + saleId)
                .setRegisteredBy(new UserReference(school, "seller"))
                .setCustomerId(school)
                .setDistributionId(DISTRIBUTION)
                .setSalesType(SalesType.PER_USER)
                .setNumberOfUsers(users)
                .setCurrency("EUR")
                .setActivationDate(today())
                .setBillingMethod(BillingMethod.INVOICE)
                .build();
    }

    void register(List<RegisterSale> sales) {
        Sender.await(sales.stream()
                .map(sale -> sender.send(Topics.SALE_COMMANDS, sale.getSaleId(), sale))
                .toList());
    }

    void approve(List<RegisterSale> sales) {
        Sender.await(sales.stream()
                .map(sale -> new DecideSale(sale.getSaleId(), Verdict.APPROVE, APPROVER, null))
                .map(decision -> sender.send(Topics.APPROVAL_DECISIONS, decision.getSaleId(), decision))
                .toList());
    }

    /** Sells a plan and waits until it is active. */
    void sell(String school, String saleId, int users) {
        var sale = List.of(aSaleTo(school, saleId, users));
        register(sale);
        approve(sale);
        awaitPlans(List.of(saleId));
    }

    void awaitPlans(List<String> saleIds) {
        await("active plans " + saleIds, () -> observer.all(PlanActivated.class).stream()
                .map(each -> each.body().getSaleId())
                .toList()
                .containsAll(saleIds));
    }

    /** A launch, to be sent. */
    TestLaunched aLaunch(String school, String subject, String test, String launchId) {
        return TestLaunched.newBuilder()
                .setLaunchId(launchId)
                .setOrganizationId(school)
                .setDistributionId(DISTRIBUTION)
                .setTestId(test)
                .setIssuer(ISSUER)
                .setSubject(subject)
                .setRoles(List.of("Learner"))
                .build();
    }

    void launch(List<TestLaunched> launches) {
        Sender.await(launches.stream()
                .map(launch ->
                        sender.send(Topics.TEST_LAUNCHES, launch.getOrganizationId() + launch.getSubject(), launch))
                .toList());
    }

    void awaitAnswers(List<TestLaunched> launches) {
        await("answers to " + launches.size() + " launches", () -> {
            var answered = new HashSet<>(answersById().keySet());
            return launches.stream().allMatch(launch -> answered.contains(launch.getLaunchId()));
        });
    }

    /** The event ids of the answers to each launch. */
    Map<String, Set<String>> answersById() {
        var answers = new HashMap<String, Set<String>>();
        observer.all(LaunchGranted.class)
                .forEach(each -> note(answers, each.body().getLaunchId(), each));
        observer.all(LaunchRefused.class)
                .forEach(each -> note(answers, each.body().getLaunchId(), each));
        return answers;
    }

    List<LaunchGranted> granted(String school) {
        return observer
                .bodies(LaunchGranted.class, each -> each.getOrganizationId().equals(school))
                .stream()
                .distinct()
                .toList();
    }

    List<LaunchRefused> refused(String school) {
        return observer
                .bodies(LaunchRefused.class, each -> each.getOrganizationId().equals(school))
                .stream()
                .distinct()
                .toList();
    }

    void await(String what, BooleanSupplier condition) {
        observer.await(what, SOON, condition);
    }

    /** A check of what the stores hold against what the topics tell. */
    BooksCheck books() {
        return BooksCheck.of(BooksAddresses.of(stack)).waitingFor(Duration.ofSeconds(60));
    }

    /** To end a test that broke things: whatever it did, all work is done and the stores hold what the topics tell. */
    void assertBooksAgree() {
        var findings = books().run();
        assertThat(findings.behind()).isEmpty();
        assertThat(findings.differences()).isEmpty();
    }

    @Override
    public void close() {
        observer.close();
        sender.close();
        stack.close();
    }

    private void publish(Organization organization) {
        Sender.await(List.of(sender.send(Topics.ORGANIZATIONS, organization.getOrganizationId(), organization)));
    }

    private void publishPriceList() {
        var tier = new PriceTier(1, new BigDecimal("24.4850"));
        var entry = PriceListEntry.newBuilder()
                .setDistributionId(DISTRIBUTION)
                .setDistributionName("IT PRO / Practice Test")
                .setSoldAs(SoldAs.SUBSCRIPTION_PLAN)
                .setVersion("1")
                .setPrices(List.of(new Price("EUR", List.of(tier))))
                .build();
        Sender.await(List.of(sender.send(Topics.PRICE_LIST, DISTRIBUTION, entry)));
    }

    private static Organization organization(String id, String parent) {
        var user = new Person(
                parent == null ? APPROVER.getUserId() : "seller", "Somebody of " + id, id + "@mail.example", null);
        return new Organization(id, "The " + id, parent, true, List.of(), List.of(user));
    }

    private static void note(Map<String, Set<String>> answers, String launchId, Seen<?> answer) {
        answers.computeIfAbsent(launchId, unknown -> new HashSet<>()).add(answer.eventId());
    }
}
