package dev.specula.testkit;

import dev.specula.token.AcceptanceRule;
import dev.specula.token.Rejection;
import dev.specula.token.SampledDraft;

class RejectionTests extends AcceptanceRuleContract<SampledDraft> {
    @Override
    protected AcceptanceRule<SampledDraft> rule() {
        return new Rejection();
    }

    @Override
    protected SampledDraft emptyDraft(int vocabulary) {
        return new SampledDraft(vocabulary);
    }
}
