package dev.specula.training.sound;

import com.sun.speech.freetts.Item;
import com.sun.speech.freetts.Relation;
import com.sun.speech.freetts.Utterance;
import com.sun.speech.freetts.UtteranceProcessor;
import com.sun.speech.freetts.Voice;
import com.sun.speech.freetts.audio.NullAudioPlayer;
import com.sun.speech.freetts.en.us.cmu_us_kal.KevinVoiceDirectory;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * FreeTTS's voice kevin16, which tells when it said what. A clip's words and sounds are a function of text and manner. Threads
 * must not share an instance.
 */
final class Speaker {

    private static final String VOICE = "kevin16";

    private final Voice voice;
    private final Heard heard = new Heard();
    private @Nullable Utterance utterance;

    Speaker() {
        voice = Arrays.stream(new KevinVoiceDirectory().getVoices())
                .filter(candidate -> candidate.getName().equals(VOICE))
                .findFirst()
                .orElseThrow();
        voice.allocate();
        voice.setAudioPlayer(heard);
        listen(said -> utterance = said);
    }

    @SuppressWarnings("unchecked") // FreeTTS is older than generics
    private void listen(UtteranceProcessor processor) {
        voice.getUtteranceProcessors().add(processor);
    }

    /** Speaks one sentence. */
    Spoken say(String sentence, Manner manner) {
        voice.setRate(manner.rate());
        voice.setPitch(manner.pitch());
        voice.setPitchRange(manner.range());
        heard.bytes.reset();
        utterance = null;
        Utterance said = spoken(sentence);
        List<Spoken.Part> phones = new ArrayList<>();
        double start = 0;
        for (Item phone = said.getRelation(Relation.SEGMENT).getHead(); phone != null; phone = phone.getNext()) {
            double end = end(phone);
            phones.add(new Spoken.Part(phone.toString(), start, end));
            start = end;
        }
        return stretched(new Spoken(heard.samples(), words(said), phones), manner.size());
    }

    private Utterance spoken(String sentence) {
        if (!voice.speak(sentence) || utterance == null) {
            throw new IllegalStateException("The voice " + VOICE + " could not speak \"" + sentence + "\"");
        }
        return utterance;
    }

    private static List<Spoken.Part> words(Utterance said) {
        List<Spoken.Part> words = new ArrayList<>();
        for (Item word = said.getRelation(Relation.WORD).getHead(); word != null; word = word.getNext()) {
            Item syllables = word.getItemAs(Relation.SYLLABLE_STRUCTURE);
            if (!syllables.hasDaughters() || !syllables.getDaughter().hasDaughters()) {
                continue; // a mark that stands alone makes no sound
            }
            Item first = syllables.getDaughter().getDaughter().getItemAs(Relation.SEGMENT);
            Item last = syllables.getLastDaughter().getLastDaughter().getItemAs(Relation.SEGMENT);
            Item before = first.getPrevious();
            words.add(new Spoken.Part(word.toString(), before == null ? 0 : end(before), end(last)));
        }
        return words;
    }

    private static double end(Item phone) {
        return phone.getItemAs(Relation.SEGMENT).getFeatures().getFloat("end");
    }

    /** Plays the sound slower by {@code size}, all of it: formants fall with the pitch, as in a larger mouth. */
    private static Spoken stretched(Spoken spoken, double size) {
        return new Spoken(
                stretched(spoken.sound(), size), stretched(spoken.words(), size), stretched(spoken.phones(), size));
    }

    static float[] stretched(float[] from, double size) {
        float[] to = new float[(int) (from.length * size)];
        for (int sample = 0; sample < to.length; sample++) {
            double place = sample / size;
            int left = Math.min((int) place, from.length - 1);
            float right = left + 1 < from.length ? from[left + 1] : 0;
            to[sample] = (float) (from[left] + (place - left) * (right - from[left]));
        }
        return to;
    }

    private static List<Spoken.Part> stretched(List<Spoken.Part> parts, double size) {
        return parts.stream()
                .map(part -> new Spoken.Part(part.text(), part.start() * size, part.end() * size))
                .toList();
    }

    /** Keeps what would be played: 16-bit samples, the high byte first. */
    private static final class Heard extends NullAudioPlayer {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        @Override
        public boolean write(byte[] audio) {
            return write(audio, 0, audio.length);
        }

        @Override
        public boolean write(byte[] audio, int offset, int size) {
            bytes.write(audio, offset, size);
            return true;
        }

        float[] samples() {
            ShortBuffer shorts = ByteBuffer.wrap(bytes.toByteArray())
                    .order(ByteOrder.BIG_ENDIAN)
                    .asShortBuffer();
            float[] samples = new float[shorts.remaining()];
            for (int sample = 0; sample < samples.length; sample++) {
                samples[sample] = shorts.get(sample) / 32768f;
            }
            return samples;
        }
    }
}
