package dev.specula.codegen.writing;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.specula.codegen.model.Choice;
import dev.specula.codegen.model.Loop;
import dev.specula.codegen.model.Pipeline;
import dev.specula.codegen.model.Words;
import dev.specula.denoise.DenoisingModel;
import dev.specula.model.CausalModel;
import java.util.ArrayList;
import java.util.List;

/** How choices are named and constructed in generated source. */
final class Constants {
    static final String LONGEST = "LONGEST";
    static final String PLAN = "PLAN";

    /** Name of the constant that holds the implementation of {@code choice}: {@code MATCH}, {@code TREE}. */
    static String nameOf(Choice choice) {
        String name = Words.of(choice.implementation().shortName(choice.axis())).constant();
        return name.equals(LONGEST) || name.equals(PLAN) ? name + "_" + choice.axis() : name;
    }

    /** The words that call {@code choice} in a report: {@code self-tuning}. */
    static String wordsOf(Choice choice) {
        return Words.of(choice.implementation().shortName(choice.axis())).joined("-");
    }

    /** The type of the models of {@code pipeline}. */
    static ClassName modelOf(Pipeline pipeline) {
        return ClassName.get(pipeline.loop() == Loop.STATES ? DenoisingModel.class : CausalModel.class);
    }

    /** A call of the constructor of {@code choice}, whose attributes follow {@code first}. */
    static CodeBlock construct(Choice choice, CodeBlock... first) {
        List<CodeBlock> arguments = new ArrayList<>(List.of(first));
        int last = choice.attributes().size() - 1;
        for (int i = 0; i <= last; i++) {
            boolean isSpread = i == last && choice.implementation().isVariadic();
            arguments.add(
                    isSpread
                            ? choice.attributes().get(i).elements()
                            : choice.attributes().get(i).value());
        }
        arguments.removeIf(CodeBlock::isEmpty);
        ClassName type = choice.implementation().type();
        return CodeBlock.of("new $T($L)", type, CodeBlock.join(arguments, ", "));
    }

    private Constants() {}
}
