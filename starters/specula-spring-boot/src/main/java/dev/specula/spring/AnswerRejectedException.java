package dev.specula.spring;

import dev.specula.SpeculaException;

/** An answer that was not begun, because all threads decode and the queue before them is full. Trying again later helps. */
public final class AnswerRejectedException extends SpeculaException {
    private static final long serialVersionUID = 1L;

    AnswerRejectedException(int answers, int waiting) {
        super("An answer must find a free thread or a place in the queue, but " + answers
                + (answers == 1 ? " answer is" : " answers are") + " being decoded (limit specula.admission.answers="
                + answers
                + ") and " + waiting + " wait (limit specula.admission.waiting=" + waiting
                + "); try again later, or raise one of these limits.");
    }
}
