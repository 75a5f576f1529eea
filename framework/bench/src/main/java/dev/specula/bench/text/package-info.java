/** Words that pipelines answer: passages that come with this module, or texts of a folder. */
@NullMarked
package dev.specula.bench.text;

import org.jspecify.annotations.NullMarked;
