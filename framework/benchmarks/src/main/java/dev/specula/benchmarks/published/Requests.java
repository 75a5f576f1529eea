package dev.specula.benchmarks.published;

import java.util.List;

/** What a model is asked in a day, one after the other: questions whose answers quote nothing, texts to work on, programs to change. */
final class Requests {
    private static final String BRIDGE =
            "The old bridge across the river was built in 1874 by a company from Leeds. It has three"
                    + " arches of grey stone and a narrow path for people on foot. Every spring the water rises to the second step of"
                    + " the northern tower, and the council closes the path until the flood is over. In 1962 a barge hit the middle"
                    + " arch, but nobody was hurt and the damage was repaired within a month.";
    private static final String LETTER =
            "Dear Mr. Harris, thank you for your letter of 12 March. I am sorry to hear that the"
                    + " kettle you bought from us stopped working after only two weeks. Please send it back to the address below, with"
                    + " the receipt, and we will send you a new one at no cost. If you would rather have your money back, tell us in"
                    + " your letter. Yours sincerely, Anna Bell";
    private static final String AREA = """
            def area(shapes):
                total = 0
                for shape in shapes:
                    if shape.kind == 'circle':
                        total += 3.14159 * shape.radius ** 2
                    elif shape.kind == 'square':
                        total += shape.side ** 2
                return total""";
    private static final String COUNTER = """
            public class Counter {
                private int value;

                public void add(int amount) {
                    value += amount;
                }

                public int value() {
                    return value;
                }
            }""";

    static final List<Request> ALL = List.of(
            question("Explain how a bicycle stays upright, for a child of ten."),
            text("Repeat this text exactly.", BRIDGE),
            code("Explain this code.", AREA),
            question("Write a letter to a friend who moved to another city."),
            text("Correct the grammar of this text and change nothing else.", LETTER),
            code("Add a comment to each line of this code.", COUNTER),
            question("Why is the sky blue?"),
            question("How do I make bread without yeast?"),
            text("Write this text as a list with one sentence in each line.", BRIDGE),
            code("Rename total to sum in this code.", AREA),
            question("Describe a sunrise over the mountains."),
            text("Quote the two most important sentences of this text, word for word.", LETTER),
            question("Write a dialogue between a cat and a dog about dinner."),
            code("Repeat this code exactly.", COUNTER),
            question("What is the difference between weather and climate?"),
            text("Add commas where they are missing in this text.", BRIDGE),
            text("Repeat this text exactly.", LETTER),
            question("Give me advice for a job interview."));

    private Requests() {}

    /**
     * One of them.
     *
     * @param kind what its answer is like
     */
    record Request(String kind, String words) {}

    private static Request question(String words) {
        return new Request("question", words);
    }

    private static Request text(String wanted, String text) {
        return new Request("text", wanted + "\n\n" + text);
    }

    private static Request code(String wanted, String code) {
        return new Request("code", wanted + "\n\n" + code);
    }
}
