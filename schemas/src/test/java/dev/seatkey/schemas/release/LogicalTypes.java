package dev.seatkey.schemas.release;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.avro.LogicalType;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Finds where two schemas that Avro calls compatible give the same bytes another meaning. */
final class LogicalTypes {
    private final List<Difference> differences = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    private LogicalTypes() {}

    /** One difference, at a field. */
    record Difference(String path, String then, String now) {}

    static List<Difference> differences(Schema then, Schema now) {
        LogicalTypes comparison = new LogicalTypes();
        comparison.compare("", then, now);
        return comparison.differences;
    }

    private void compare(String path, Schema then, Schema now) {
        if (then.getType() != now.getType()) {
            return;
        }
        if (!Objects.equals(described(then), described(now))) {
            differences.add(new Difference("field " + path, described(then), described(now)));
        }
        switch (then.getType()) {
            case RECORD -> compareFields(path, then, now);
            case ARRAY -> compare(path + "[]", then.getElementType(), now.getElementType());
            case MAP -> compare(path + "{}", then.getValueType(), now.getValueType());
            case UNION -> then.getTypes().forEach(branch -> compareBranch(path, branch, now));
            default -> {
                // Nothing inside.
            }
        }
    }

    private void compareFields(String path, Schema then, Schema now) {
        if (!seen.add(then.getFullName())) {
            return;
        }
        for (Schema.Field field : then.getFields()) {
            Schema.Field counterpart = now.getField(field.name());
            if (counterpart != null) {
                compare(
                        path.isEmpty() ? field.name() : path + "." + field.name(),
                        field.schema(),
                        counterpart.schema());
            }
        }
    }

    private void compareBranch(String path, Schema branch, Schema union) {
        Integer index = union.getIndexNamed(branch.getFullName());
        if (index != null) {
            compare(path, branch, union.getTypes().get(index));
        }
    }

    private static String described(Schema schema) {
        @Nullable LogicalType logical = schema.getLogicalType();
        if (logical == null) {
            return "plain " + schema.getType().getName();
        }
        if (logical instanceof org.apache.avro.LogicalTypes.Decimal decimal) {
            return "decimal(" + decimal.getPrecision() + ", " + decimal.getScale() + ")";
        }
        return logical.getName();
    }
}
