package captions;

import dev.specula.token.Schedule;

public record HalfSchedule(int longest, long rounds) implements Schedule {
    @Override
    public int budget() {
        return Math.max(1, longest / 2);
    }
}
