package dev.specula.graphs.chat;

import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.lib.tag.Tag;
import com.hubspot.jinjava.tree.TagNode;

/** {@code generation}: marks what a model said itself, for training. What stands inside is written as it is. */
final class GenerationTag implements Tag {
    private static final long serialVersionUID = 1L;

    @Override
    public String getName() {
        return "generation";
    }

    @Override
    public String interpret(TagNode node, JinjavaInterpreter interpreter) {
        StringBuilder inside = new StringBuilder();
        node.getChildren().forEach(child -> inside.append(child.render(interpreter)));
        return inside.toString();
    }
}
