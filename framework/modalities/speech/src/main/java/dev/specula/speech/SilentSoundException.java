package dev.specula.speech;

import dev.specula.SpeculaException;
import dev.specula.media.LogMel;
import java.util.Locale;

/** A recording without any sound in it: what a model would write down for it is made up. */
public final class SilentSoundException extends SpeculaException {
    private static final long serialVersionUID = 1L;

    SilentSoundException(String sound, SoundWindow gone) {
        super(String.format(
                Locale.ROOT,
                "%s must hold speech, but its %.1f s are silent: no sample is louder than %.5f of the full scale; check"
                        + " the microphone or the file.",
                sound,
                gone.start() / (double) LogMel.RATE,
                gone.loudest()));
    }
}
