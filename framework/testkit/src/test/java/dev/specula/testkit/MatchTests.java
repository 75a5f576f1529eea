package dev.specula.testkit;

import dev.specula.token.AcceptanceRule;
import dev.specula.token.Draft;
import dev.specula.token.Match;

class MatchTests extends AcceptanceRuleContract<Draft> {
    @Override
    protected AcceptanceRule<Draft> rule() {
        return new Match();
    }

    @Override
    protected Draft emptyDraft(int vocabulary) {
        return new Draft(1);
    }
}
