package captions;

import dev.specula.token.FixedTree;

/** For answers that go on. */
@FixedTree(nodes = 16)
@interface LongAnswers {}
