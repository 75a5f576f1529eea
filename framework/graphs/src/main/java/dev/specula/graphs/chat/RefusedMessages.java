package dev.specula.graphs.chat;

import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.interpret.TemplateError;
import com.hubspot.jinjava.interpret.TemplateError.ErrorReason;
import com.hubspot.jinjava.interpret.TemplateError.ErrorType;
import com.hubspot.jinjava.lib.fn.ELFunctionDefinition;

/** {@code raise_exception}: how a template refuses messages it was not made for, for example two users in a row. */
public final class RefusedMessages {
    private RefusedMessages() {}

    static ELFunctionDefinition function() {
        return new ELFunctionDefinition("", "raise_exception", RefusedMessages.class, "refuse", String.class);
    }

    /** Called by templates: rendering goes on, and what it gives is thrown away. */
    public static String refuse(String why) {
        JinjavaInterpreter rendering = JinjavaInterpreter.getCurrent();
        rendering.addError(
                new TemplateError(ErrorType.FATAL, ErrorReason.OTHER, why, null, rendering.getLineNumber(), -1, null));
        return "";
    }
}
