package dev.specula.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.Slice;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Which way modules and packages may see each other. */
@AnalyzeClasses(locations = BuiltModules.class)
class ArrowTests {
    private static final String ANNOTATIONS = "dev.specula";
    private static final String[] CORE = {
        "dev.specula.noise..",
        "dev.specula.token..",
        "dev.specula.denoise..",
        "dev.specula.model..",
        "dev.specula.plan..",
        "dev.specula.report..",
        "dev.specula.text.."
    };
    private static final String[] MODALITIES = {
        "dev.specula.visionlanguage..",
        "dev.specula.texttoimage..",
        "dev.specula.speech..",
        "dev.specula.language..",
        "dev.specula.diffusion.."
    };
    private static final String[] PROGRAMS = {
        "dev.specula.bench..",
        "dev.specula.benchmarks..",
        "dev.specula.codegen..",
        "dev.specula.maven..",
        "dev.specula.spring..",
        "dev.specula.samples.."
    };
    private static final String BLOCKS = "dev.specula.blocks..";
    private static final String[] ENGINES = {"ai.onnxruntime..", "ai.djl..", "org.springframework.."};

    @ArchTest
    static final ArchRule annotations_depend_on_nothing = classes()
            .that()
            .resideInAPackage(ANNOTATIONS)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", ANNOTATIONS);

    @ArchTest
    static final ArchRule core_sees_the_annotations_and_itself = classes()
            .that()
            .resideInAnyPackage(CORE)
            .should()
            .onlyDependOnClassesThat(
                    resideInAnyPackage("java..", "org.jspecify..", ANNOTATIONS).or(resideInAnyPackage(CORE)));

    @ArchTest
    static final ArchRule core_has_no_word_for_what_tokens_and_states_stand_for =
            classes().that().resideInAnyPackage(CORE).should(useNoWord("image", "picture", "pixel", "diffusion"));

    @ArchTest
    static final ArchRule noise_sees_no_other_package = classes()
            .that()
            .resideInAPackage("dev.specula.noise..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "dev.specula.noise..");

    @ArchTest
    static final ArchRule rules_of_acceptance_see_no_sequence_source_or_schedule = noClasses()
            .that()
            .implement("dev.specula.token.AcceptanceRule")
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "propose, schedule or cache",
                    type -> Stream.of("Sequence", "Source", "Growth", "Predictor", "Schedule", "TokenRun")
                            .anyMatch(name -> type.isAssignableTo("dev.specula.token." + name))));

    @ArchTest
    static final ArchRule media_knows_no_model = see("dev.specula.media..", resideInAPackage("dev.specula.media.."));

    @ArchTest
    static final ArchRule the_engine_sees_core =
            see("dev.specula.onnx..", resideInAnyPackage(CORE).or(resideInAPackage("dev.specula.onnx..")));

    @ArchTest
    static final ArchRule the_hub_sees_what_failures_to_load_are =
            see("dev.specula.hub..", resideInAnyPackage("dev.specula.model..", "dev.specula.hub.."));

    @ArchTest
    static final ArchRule graphs_see_core_engine_and_hub = see(
            "dev.specula.graphs..",
            resideInAnyPackage(CORE)
                    .or(resideInAnyPackage("dev.specula.graphs..", "dev.specula.onnx..", "dev.specula.hub..")));

    @ArchTest
    static final ArchRule the_generator_sees_core =
            see("dev.specula.codegen..", resideInAnyPackage(CORE).or(resideInAPackage("dev.specula.codegen..")));

    @ArchTest
    static final ArchRule the_test_kit_sees_core =
            see("dev.specula.testkit..", resideInAnyPackage(CORE).or(resideInAPackage("dev.specula.testkit..")));

    @ArchTest
    static final ArchRule the_world_of_blocks_stands_alone = see(BLOCKS, resideInAPackage(BLOCKS));

    @ArchTest
    static final ArchRule modalities_see_core_and_media = noClasses()
            .that()
            .resideInAnyPackage(MODALITIES)
            .should()
            .dependOnClassesThat(resideInAnyPackage(PROGRAMS)
                    .or(resideInAnyPackage(ENGINES))
                    .or(resideInAnyPackage("dev.specula.onnx..", "dev.specula.graphs..", "dev.specula.hub..", BLOCKS)));

    @ArchTest
    static final ArchRule modalities_do_not_see_each_other = slices().matching("dev.specula.(*)..")
            .that(resideInAnyOf(MODALITIES))
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule every_package_says_that_nothing_is_null_unless_it_says_so = classes()
            .that()
            .resideInAPackage("dev.specula..")
            .and()
            .resideOutsideOfPackages("..jmh_generated..", "dev.specula.spec_maven_plugin..") // written by others
            .should(resideInAMarkedPackage());

    @ArchTest
    static final ArchRule what_the_generator_writes_and_what_it_refuses_never_meet = noClasses()
            .that()
            .resideInAPackage("dev.specula.codegen.writing..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.specula.codegen.reading..", "dev.specula.codegen.validation..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule validation_never_sees_writing = noClasses()
            .that()
            .resideInAPackage("dev.specula.codegen.validation..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.specula.codegen.writing..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule the_generator_opens_no_model = noClasses()
            .that()
            .resideInAPackage("dev.specula.codegen..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(ENGINES).or(resideInAPackage("dev.specula.onnx..")))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule only_starters_and_samples_see_spring = noClasses()
            .that()
            .resideOutsideOfPackages("dev.specula.spring..", "dev.specula.samples..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework..");

    @ArchTest
    static final ArchRule nothing_but_training_sees_training = noClasses()
            .that()
            .resideOutsideOfPackage("dev.specula.training..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.specula.training..", "ai.djl.pytorch..", "ai.djl.training..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule nothing_that_ships_sees_the_test_kit = noClasses()
            .that()
            .resideOutsideOfPackage("dev.specula.testkit..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.specula.testkit..", "org.junit..", "org.assertj..");

    @ArchTest
    static final ArchRule packages_have_no_cycles =
            slices().matching("dev.specula.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule the_runtimes_types_stay_in_the_engine =
            classes().that().resideInAPackage("dev.specula..").should(showNoRuntimeType());

    @ArchTest
    static final ArchRule only_the_engine_touches_the_runtime = noClasses()
            .that()
            .resideOutsideOfPackage("dev.specula.onnx..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ai.onnxruntime..");

    @ArchTest
    static final ArchRule libraries_print_nothing = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "dev.specula.training..",
                    "dev.specula.bench..",
                    "dev.specula.benchmarks..",
                    "dev.specula.samples..")
            .should(ACCESS_STANDARD_STREAMS);

    /** Of Specula's own classes, those in {@code modules} see {@code seen} and the annotations alone. */
    private static ArchRule see(String modules, DescribedPredicate<JavaClass> seen) {
        DescribedPredicate<JavaClass> ours = resideInAPackage("dev.specula..");
        return noClasses()
                .that()
                .resideInAPackage(modules)
                .should()
                .dependOnClassesThat(ours.and(DescribedPredicate.not(seen.or(resideInAPackage(ANNOTATIONS)))));
    }

    private static DescribedPredicate<Slice> resideInAnyOf(String... packages) {
        List<String> names = Stream.of(packages)
                .map(name -> name.substring("dev.specula.".length(), name.length() - 2))
                .toList();
        return DescribedPredicate.describe("modalities", slice -> names.contains(slice.getNamePart(1)));
    }

    private static ArchCondition<JavaClass> resideInAMarkedPackage() {
        return new ArchCondition<>("reside in a package marked @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!type.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked")) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " does not"));
                }
            }
        };
    }

    private static ArchCondition<JavaClass> useNoWord(String... words) {
        return new ArchCondition<>("use no word of " + List.of(words)) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                Stream<String> names = Stream.concat(
                        Stream.of(type.getName()), type.getMembers().stream().map(JavaMember::getFullName));
                names.filter(name -> Stream.of(words)
                                .anyMatch(word -> name.toLowerCase(Locale.ROOT).contains(word)))
                        .forEach(name -> events.add(SimpleConditionEvent.violated(type, name + " uses one")));
            }
        };
    }

    private static ArchCondition<JavaClass> showNoRuntimeType() {
        return new ArchCondition<>("show no type of ONNX Runtime to callers") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!type.getModifiers().contains(JavaModifier.PUBLIC)) {
                    return;
                }
                for (JavaCodeUnit unit : type.getCodeUnits()) {
                    if (isVisible(unit.getModifiers())) {
                        Stream.concat(
                                        Stream.concat(
                                                unit.getRawParameterTypes().stream(),
                                                Stream.of(unit.getRawReturnType())),
                                        unit.getExceptionTypes().stream().map(each -> each.toErasure()))
                                .filter(ArrowTests::isRuntimeType)
                                .forEach(shown -> events.add(SimpleConditionEvent.violated(
                                        unit, unit.getFullName() + " shows " + shown.getName())));
                    }
                }
                for (JavaField field : type.getFields()) {
                    if (isVisible(field.getModifiers()) && isRuntimeType(field.getRawType())) {
                        events.add(SimpleConditionEvent.violated(field, field.getFullName() + " is visible"));
                    }
                }
            }
        };
    }

    private static boolean isVisible(Set<JavaModifier> modifiers) {
        return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
    }

    private static boolean isRuntimeType(JavaClass type) {
        return type.getPackageName().startsWith("ai.onnxruntime");
    }
}
