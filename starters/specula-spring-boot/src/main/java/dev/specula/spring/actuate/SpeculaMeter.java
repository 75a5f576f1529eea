package dev.specula.spring.actuate;

import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.docs.MeterDocumentation;

/** The meters of all pipelines. Each sums to something over all of its tags. */
enum SpeculaMeter implements MeterDocumentation {
    /** Drafted tokens, by their position in the draft. */
    DRAFT_TOKENS("specula.draft.tokens", Meter.Type.COUNTER, "tokens"),
    /** Drafted tokens that the target kept, by their position in the draft. */
    ACCEPTED_TOKENS("specula.accepted.tokens", Meter.Type.COUNTER, "tokens"),
    /** Rounds: target passes that verify a draft. */
    ROUNDS("specula.rounds", Meter.Type.COUNTER, "rounds"),
    /** Drafted tokens kept in a round. */
    ACCEPTED_LENGTH("specula.accepted.length", Meter.Type.DISTRIBUTION_SUMMARY, "tokens"),
    /** Time an answer spent drafting. */
    DRAFT_TIME("specula.draft.time", Meter.Type.TIMER, "seconds"),
    /** Time an answer spent in passes of the target. */
    VERIFY_TIME("specula.verify.time", Meter.Type.TIMER, "seconds"),
    /** Time from a request to the end of its answer, waiting included, by how it ended. */
    ANSWER_TIME("specula.answer.time", Meter.Type.TIMER, "seconds"),
    /** Time from the begin of decoding to the first token. */
    FIRST_TOKEN_TIME("specula.first.token.time", Meter.Type.TIMER, "seconds"),
    /** Answers being decoded. */
    ACTIVE_ANSWERS("specula.answers.active", Meter.Type.GAUGE, "answers"),
    /** Answers that wait for a thread. */
    WAITING_ANSWERS("specula.answers.waiting", Meter.Type.GAUGE, "answers");

    private final String name;
    private final Meter.Type type;
    private final String unit;

    SpeculaMeter(String name, Meter.Type type, String unit) {
        this.name = name;
        this.type = type;
        this.unit = unit;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public Meter.Type getType() {
        return type;
    }

    @Override
    public String getBaseUnit() {
        return unit;
    }

    @Override
    public KeyName[] getKeyNames() {
        return switch (this) {
            case DRAFT_TOKENS, ACCEPTED_TOKENS -> KeyName.merge(Keys.common(), new KeyName[] {Keys.POSITION});
            case ANSWER_TIME -> KeyName.merge(Keys.common(), new KeyName[] {Keys.OUTCOME});
            case ACTIVE_ANSWERS, WAITING_ANSWERS -> EMPTY;
            default -> Keys.common();
        };
    }

    /** The tags of these meters; all have few values. */
    enum Keys implements KeyName {
        /** Key of the pipeline, for example {@code captioner} or {@code captioner.long-answers}. */
        PIPELINE("specula.pipeline"),
        /** What the pipeline turns into what, for example {@code image-to-text}. */
        MODALITY("specula.modality"),
        /** Name of the target model. */
        MODEL("gen_ai.request.model"),
        /** Position in the draft, from 1; everything past the eighth is {@code 9+}. */
        POSITION("position"),
        /** How an answer ended, for example {@code end} or {@code rejected}. */
        OUTCOME("outcome");

        private final String key;

        Keys(String key) {
            this.key = key;
        }

        @Override
        public String asString() {
            return key;
        }

        static KeyName[] common() {
            return new KeyName[] {PIPELINE, MODALITY, MODEL};
        }
    }
}
