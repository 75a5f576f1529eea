package dev.specula.codegen.reading;

import com.palantir.javapoet.ClassName;
import dev.specula.DraftModel;
import dev.specula.Guarantee;
import dev.specula.Modality;
import dev.specula.Promise;
import dev.specula.TargetModel;
import dev.specula.codegen.model.BeanMethod;
import dev.specula.codegen.model.Choice;
import dev.specula.codegen.model.Contract;
import dev.specula.codegen.model.DraftModel.Misplaced;
import dev.specula.codegen.model.Loop;
import dev.specula.codegen.model.ModelClass;
import dev.specula.codegen.model.Place;
import dev.specula.codegen.model.Preset;
import dev.specula.denoise.DenoisingModel;
import dev.specula.model.CausalModel;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/** Reads a class whose methods are annotated. */
public final class ModelClassReader {
    private static final String TARGET = TargetModel.class.getCanonicalName();
    private static final String DRAFT = DraftModel.class.getCanonicalName();

    private final Types types;
    private final ContractReader contracts;
    private final ChoiceReader choices;
    private final BeanMethodReader methods;

    /** Reads what a compiler shows. */
    public ModelClassReader(ProcessingEnvironment compiler) {
        this.types = compiler.getTypeUtils();
        this.contracts = new ContractReader(compiler.getFiler(), compiler.getElementUtils(), types);
        this.choices = new ChoiceReader(
                compiler.getElementUtils(), new ImplementationReader(compiler.getElementUtils(), types));
        this.methods = new BeanMethodReader(
                types,
                compiler.getElementUtils().getTypeElement(CausalModel.class.getName()),
                compiler.getElementUtils().getTypeElement(DenoisingModel.class.getName()));
    }

    /** The composer of pipelines that reads inferred choices the same way. */
    public PipelineComposer composer() {
        return new PipelineComposer(choices);
    }

    /** Reads {@code type}, whose methods may be written in any order. */
    public ModelClass read(TypeElement type) {
        List<ExecutableElement> annotated = ElementFilter.methodsIn(type.getEnclosedElements());
        List<dev.specula.codegen.model.TargetModel> targets = annotated.stream()
                .flatMap(method -> Mirror.of(method, TARGET).map(mirror -> target(type, method, mirror)).stream())
                .toList();
        boolean hasEach = targets.stream().allMatch(target -> target.contract().isPresent());
        return new ModelClass(
                ClassName.get(type),
                type,
                isPublic(type),
                obstacle(type),
                ConditionReader.read(type),
                targets,
                annotated.stream()
                        .flatMap(method -> Mirror.of(method, DRAFT).map(mirror -> draft(method, mirror)).stream())
                        .toList(),
                hasEach ? Map.of() : contracts.known(missing(targets)),
                Place.of(type));
    }

    /** The loop of the first target without a contract. */
    private static Loop missing(List<dev.specula.codegen.model.TargetModel> targets) {
        return targets.stream()
                .filter(target -> target.contract().isEmpty())
                .map(target -> target.method().loop())
                .findFirst()
                .orElse(Loop.TOKENS);
    }

    /** Whether a type that a method of {@code type} returns does not exist yet: another processor may still write it. */
    public static boolean isIncomplete(TypeElement type) {
        return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .filter(ModelClassReader::isAnnotated)
                .anyMatch(method -> method.getReturnType().getKind() == TypeKind.ERROR);
    }

    private static boolean isAnnotated(Element method) {
        return Stream.of(TARGET, DRAFT).anyMatch(name -> Mirror.of(method, name).isPresent());
    }

    private dev.specula.codegen.model.TargetModel target(TypeElement type, ExecutableElement method, Mirror mirror) {
        Set<Modality> accepts = modalities(mirror.constants("accepts", Modality.class));
        Modality emits = mirror.constant("emits", Modality.class).orElse(Modality.TEXT);
        Optional<Mirror> own = Mirror.of(method, Promise.class.getCanonicalName());
        Optional<Mirror> promise = own.or(() -> Mirror.of(type, Promise.class.getCanonicalName()));
        Place place = Place.of(method).at(mirror.annotation());
        BeanMethod bean = methods.read(method, mirror);
        Optional<Contract> contract =
                accepts.isEmpty() ? Optional.empty() : contracts.find(bean.loop(), accepts, emits);
        return new dev.specula.codegen.model.TargetModel(
                bean,
                accepts,
                valuePlace(place, mirror, "accepts"),
                emits,
                valuePlace(place, mirror, "emits"),
                choices.beside(method),
                presets(mirror, place),
                promise.flatMap(made -> made.constant("value", Guarantee.class)).orElse(null),
                promise.map(made -> valuePlace(
                                Place.of(own.isPresent() ? method : type).at(made.annotation()), made, "value"))
                        .orElse(place),
                contract);
    }

    private List<Preset> presets(Mirror mirror, Place place) {
        return mirror.list("presets").stream()
                .flatMap(value -> Mirror.type(value).stream()
                        .filter(type -> type.getKind() == TypeKind.DECLARED)
                        .map(type -> preset(type, place.at(value))))
                .toList();
    }

    private Preset preset(TypeMirror type, Place place) {
        TypeElement annotation = (TypeElement) types.asElement(type);
        List<Choice> inside = choices.inside(annotation, place);
        return new Preset(ClassName.get(annotation), inside, place);
    }

    private dev.specula.codegen.model.DraftModel draft(ExecutableElement method, Mirror mirror) {
        Place place = Place.of(method).at(mirror.annotation());
        return new dev.specula.codegen.model.DraftModel(
                methods.read(method, mirror),
                modalities(mirror.constants("accepts", Modality.class)),
                valuePlace(place, mirror, "accepts"),
                mirror.constant("emits", Modality.class).orElse(Modality.TEXT),
                valuePlace(place, mirror, "emits"),
                mirror.string("target"),
                valuePlace(place, mirror, "target"),
                misplaced(method));
    }

    private List<Misplaced> misplaced(ExecutableElement method) {
        Stream<Misplaced> chosen = choices.beside(method).stream()
                .map(choice -> new Misplaced("@" + choice.annotation().simpleName(), choice.place()));
        Stream<Misplaced> promised = Mirror.of(method, Promise.class.getCanonicalName()).stream()
                .map(promise -> new Misplaced("@Promise", Place.of(method).at(promise.annotation())));
        return Stream.concat(chosen, promised).toList();
    }

    private static Set<Modality> modalities(List<Modality> written) {
        Set<Modality> modalities = EnumSet.noneOf(Modality.class);
        modalities.addAll(written);
        return modalities;
    }

    /** The value if it is written; a default has no place of its own. */
    private static Place valuePlace(Place place, Mirror mirror, String name) {
        Optional<AnnotationValue> written = mirror.attributes().stream()
                .filter(attribute -> attribute.getSimpleName().contentEquals(name))
                .findFirst()
                .flatMap(mirror::written);
        return written.map(place::at).orElse(place);
    }

    private static boolean isPublic(TypeElement type) {
        boolean isPublic = type.getModifiers().contains(Modifier.PUBLIC);
        return type.getEnclosingElement() instanceof TypeElement outer ? isPublic && isPublic(outer) : isPublic;
    }

    private static String obstacle(TypeElement type) {
        Element element = type;
        while (element instanceof TypeElement nested) {
            if (nested.getModifiers().contains(Modifier.PRIVATE)) {
                return "private";
            }
            boolean isNested = nested.getNestingKind() != NestingKind.TOP_LEVEL;
            if (isNested && !nested.getModifiers().contains(Modifier.STATIC)) {
                return "an inner class";
            }
            element = nested.getEnclosingElement();
        }
        return "";
    }
}
