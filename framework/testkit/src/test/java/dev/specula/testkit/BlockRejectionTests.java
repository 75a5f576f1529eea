package dev.specula.testkit;

import dev.specula.token.AcceptanceRule;
import dev.specula.token.BlockRejection;
import dev.specula.token.SampledDraft;

class BlockRejectionTests extends AcceptanceRuleContract<SampledDraft> {
    @Override
    protected AcceptanceRule<SampledDraft> rule() {
        return new BlockRejection();
    }

    @Override
    protected SampledDraft emptyDraft(int vocabulary) {
        return new SampledDraft(vocabulary);
    }

    @Override
    protected boolean takesTrees() {
        return false;
    }
}
