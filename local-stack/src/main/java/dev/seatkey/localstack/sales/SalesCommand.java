package dev.seatkey.localstack.sales;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.seatkey.localstack.console.Console;
import dev.seatkey.localstack.stack.RunningStack;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** S13: lists the sales of an organization together with those of all organizations below it, newest first. */
@Command(
        name = "sales",
        description = "Lists the sales of an organization and of all organizations below it, newest first.")
public final class SalesCommand implements Callable<Integer> {
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final Console console;

    @Option(names = "--organization", required = true, paramLabel = "ID", description = "Whose sales.")
    private String organization = "";

    @Option(names = "--status", description = "Only sales that stand so, such as PENDING_APPROVAL.")
    private @Nullable String status;

    @Option(names = "--text", description = "Only sales whose name, customer or numbers contain this.")
    private @Nullable String text;

    @Option(names = "--from", paramLabel = "DATE", description = "Only sales registered on this day or later.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "DATE", description = "Only sales registered before this day.")
    private @Nullable String to;

    @Option(names = "--page", defaultValue = "1", description = "Which page, from 1.")
    private int page;

    @Option(names = "--size", defaultValue = "50", description = "Sales on a page; ${DEFAULT-VALUE} if not given.")
    private int size;

    @Option(names = "--url", description = "Where sale-intake is; that of the running stack if not given.")
    private @Nullable String url;

    public SalesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(saleIntake() + "/sales?" + query()))
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        if (answer.statusCode() == NOT_FOUND) {
            console.error("There is no organization " + organization + ".");
            return 1;
        }
        if (answer.statusCode() != OK) {
            console.error("sale-intake answered " + answer.statusCode() + ": " + answer.body());
            return 1;
        }
        new SalesScreen(console).show(new ObjectMapper().readValue(answer.body(), SalesPage.class));
        return 0;
    }

    private String saleIntake() {
        return url != null ? url : String.valueOf(RunningStack.find().workers().get("sale-intake"));
    }

    private String query() {
        var parameters = new LinkedHashMap<String, @Nullable Object>();
        parameters.put("organization", organization);
        parameters.put("status", status);
        parameters.put("text", text);
        parameters.put("from", from);
        parameters.put("to", to);
        parameters.put("page", page - 1);
        parameters.put("size", size);
        return parameters.entrySet().stream()
                .filter(each -> each.getValue() != null)
                .map(each -> each.getKey() + "=" + URLEncoder.encode(String.valueOf(each.getValue()), UTF_8))
                .collect(Collectors.joining("&"));
    }
}
