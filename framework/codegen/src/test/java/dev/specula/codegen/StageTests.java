package dev.specula.codegen;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.specula.codegen", importOptions = ImportOption.DoNotIncludeTests.class)
class StageTests {
    @ArchTest
    static final ArchRule WRITING_KNOWS_ONLY_THE_MODEL = noClasses()
            .that()
            .resideInAPackage("..codegen.writing..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..codegen.reading..", "..codegen.validation..");

    @ArchTest
    static final ArchRule VALIDATION_KNOWS_ONLY_THE_MODEL = noClasses()
            .that()
            .resideInAPackage("..codegen.validation..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..codegen.reading..", "..codegen.writing..");

    @ArchTest
    static final ArchRule READING_KNOWS_ONLY_THE_MODEL = noClasses()
            .that()
            .resideInAPackage("..codegen.reading..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..codegen.validation..", "..codegen.writing..");

    @ArchTest
    static final ArchRule THE_MODEL_KNOWS_NO_STAGE = noClasses()
            .that()
            .resideInAPackage("..codegen.model..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..codegen.reading..", "..codegen.validation..", "..codegen.writing..");

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("dev.specula.codegen.(*)..").should().beFreeOfCycles();
}
