package dev.seatkey.schemas.release;

import java.util.Iterator;
import java.util.List;
import org.apache.avro.Schema;

/** Turns Avro's pointer into a schema, such as {@code /fields/3/type/fields/0}, into field names: {@code sale.saleId}. */
final class FieldPath {
    private FieldPath() {}

    /** The field's name in dots with the pointer behind it; just the pointer where it leads to no field. */
    static String named(Schema schema, String pointer) {
        StringBuilder path = new StringBuilder();
        Schema at = schema;
        Iterator<String> steps = List.of(pointer.substring(1).split("/")).iterator();
        while (steps.hasNext()) {
            String step = steps.next();
            if (step.equals("fields") && at.getType() == Schema.Type.RECORD && steps.hasNext()) {
                Schema.Field field = at.getFields().get(Integer.parseInt(steps.next()));
                path.append(path.isEmpty() ? "" : ".").append(field.name());
                at = field.schema();
            } else if (step.equals("items")) {
                at = at.getElementType();
                path.append("[]");
            } else if (step.equals("values")) {
                at = at.getValueType();
            } else if (at.getType() == Schema.Type.UNION && isBranch(step, at)) {
                at = at.getTypes().get(Integer.parseInt(step));
            }
        }
        return path.isEmpty() ? pointer : "field " + path + " at " + pointer;
    }

    /** Of a branch that only the writer has, the number leads nowhere here. */
    private static boolean isBranch(String step, Schema union) {
        return step.matches("\\d+") && Integer.parseInt(step) < union.getTypes().size();
    }
}
