package dev.specula.training;

import dev.specula.training.sound.WindowBatch;
import java.util.ArrayList;
import java.util.List;

/**
 * How a draft fares on answers of its target.
 *
 * @param places tokens of the answers
 * @param agreement share of them that the draft finds likeliest too
 * @param tau tokens a round would commit with drafts of four
 */
record SpokenAgreement(int places, double agreement, double tau) {

    private static final int DRAFTED = 4;

    static SpokenAgreement of(WindowStudent student, List<WindowBatch> batches) {
        List<Boolean> all = new ArrayList<>();
        for (WindowBatch batch : batches) {
            int[] likeliest = student.likeliest(batch);
            for (int place = 0; place < likeliest.length; place++) {
                all.add(likeliest[place] == batch.answers()[place]); // never where the head cannot say the answer
            }
        }
        long agreed = all.stream().filter(agrees -> agrees).count();
        return new SpokenAgreement(all.size(), (double) agreed / all.size(), (double) all.size() / rounds(all));
    }

    private static int rounds(List<Boolean> agreements) {
        int rounds = 0;
        for (int place = 0; place < agreements.size(); rounds++) {
            int kept = 0;
            while (kept < DRAFTED && place < agreements.size() && agreements.get(place)) {
                kept++;
                place++;
            }
            place++;
        }
        return rounds;
    }

    @Override
    public String toString() {
        return "agreement %.4f of %d, tau(4) %.3f".formatted(agreement, places, tau);
    }
}
