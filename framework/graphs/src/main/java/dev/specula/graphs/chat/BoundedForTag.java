package dev.specula.graphs.chat;

import com.hubspot.jinjava.interpret.InterpretException;
import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.lib.tag.ForTag;
import com.hubspot.jinjava.tree.TagNode;
import com.hubspot.jinjava.util.ObjectIterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** {@code for} with an allowance of iterations for all loops of a text together: loops within loops multiply. */
final class BoundedForTag extends ForTag {
    private static final long serialVersionUID = 1L;
    private static final String ALLOWANCE = "iterations left"; // no name that a template can write

    /** Allows so many iterations to the text that is rendered from {@code context}. */
    static void allow(long iterations, Map<String, Object> context) {
        context.put(ALLOWANCE, new AtomicLong(iterations));
    }

    @Override
    public String renderForCollection(
            TagNode node, JinjavaInterpreter rendering, List<String> names, Object collection) {
        int wanted = Math.max(1, ObjectIterator.getLoop(collection).getLength());
        Object left = rendering.getContext().get(ALLOWANCE);
        if (left instanceof AtomicLong allowance && allowance.addAndGet(-wanted) >= 0) {
            return super.renderForCollection(node, rendering, names, collection);
        }
        // Thrown, not added to the errors: the loops around this one must end as well.
        throw new InterpretException(
                "its loops must end after " + JinjaChatTemplate.MOST_ITERATIONS + " iterations", node.getLineNumber());
    }
}
