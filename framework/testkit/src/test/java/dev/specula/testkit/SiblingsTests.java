package dev.specula.testkit;

import dev.specula.token.AcceptanceRule;
import dev.specula.token.SampledDraft;
import dev.specula.token.Siblings;

class SiblingsTests extends AcceptanceRuleContract<SampledDraft> {
    @Override
    protected AcceptanceRule<SampledDraft> rule() {
        return new Siblings();
    }

    @Override
    protected SampledDraft emptyDraft(int vocabulary) {
        return new SampledDraft(vocabulary);
    }
}
