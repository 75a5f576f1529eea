package dev.specula.codegen.writing;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.specula.codegen.model.Attribute;
import dev.specula.codegen.model.Choice;
import dev.specula.codegen.model.Loop;
import dev.specula.codegen.model.Pipeline;
import dev.specula.codegen.model.Words;
import dev.specula.denoise.DenoisingModel;
import dev.specula.model.CausalModel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** How choices are named and constructed in generated source. */
final class Constants {
    static final String LONGEST = "LONGEST";
    static final String PLAN = "PLAN";

    /** Name of the field that holds the shape, where that is an object. */
    static final String GROWTH = "growth";

    /** Name of the constant that holds the implementation of {@code choice}: {@code MATCH}, {@code REFLECTION}. */
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
        return construct(choice, List.of(first), Attribute::value);
    }

    /** The same with the argument {@code longest} in place of the attribute that bounds a draft. */
    static CodeBlock constructAsLongAsGiven(Choice choice) {
        return construct(
                choice, List.of(), attribute -> attribute.isLongest() ? CodeBlock.of("longest") : attribute.value());
    }

    private static CodeBlock construct(Choice choice, List<CodeBlock> first, Function<Attribute, CodeBlock> value) {
        List<CodeBlock> arguments = new ArrayList<>(first);
        int last = choice.attributes().size() - 1;
        for (int i = 0; i <= last; i++) {
            Attribute attribute = choice.attributes().get(i);
            boolean isSpread = i == last && choice.implementation().isVariadic() && !attribute.isLongest();
            arguments.add(isSpread ? attribute.elements() : value.apply(attribute));
        }
        arguments.removeIf(CodeBlock::isEmpty);
        ClassName type = choice.implementation().type();
        return CodeBlock.of("new $T($L)", type, CodeBlock.join(arguments, ", "));
    }

    private Constants() {}
}
