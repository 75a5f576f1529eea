// One answer on the screen: keeps what was said and when, and shows it on a clock of its own.
export class Lane {
  constructor(element) {
    this.answer = element.querySelector(".answer");
    this.bar = element.querySelector(".bar span");
    this.facts = element.querySelector("dl");
    this.clear();
  }

  clear() {
    this.run = (this.run ?? 0) + 1; // an earlier showing stops
    this.pieces = [];
    this.result = null;
    this.shown = 0;
    this.answer.replaceChildren();
    this.facts.replaceChildren();
    this.bar.style.width = "0";
  }

  add(piece) { this.pieces.push(piece); }

  end(result) { this.result = result; }

  /** Time of the answer so far, in microseconds. */
  get micros() { return this.result?.totalMicros ?? this.pieces.at(-1)?.micros ?? 0; }

  /** Shows the answer `times` slower than it was said; resolves when all of it is there. */
  play(times) {
    const run = this.run;
    let start = null;
    return new Promise((resolve) => {
      const frame = (now) => {
        if (run !== this.run) return resolve();
        if (start === null && this.pieces.length > 0) start = now;
        const micros = start === null ? 0 : ((now - start) * 1000) / times;
        while (this.shown < this.pieces.length && this.pieces[this.shown].micros <= micros) this.#showNext();
        const whole = this.result?.totalMicros ?? 0;
        this.bar.style.width = whole ? `${Math.min(100, (100 * micros) / whole)}%` : "0";
        if (this.result && this.shown === this.pieces.length && micros >= whole) {
          this.#showFacts();
          return resolve();
        }
        requestAnimationFrame(frame);
      };
      requestAnimationFrame(frame);
    });
  }

  #showNext() {
    const { text, origin } = this.pieces[this.shown++];
    const word = text.trimStart();
    const token = document.createElement("span");
    token.className = `token ${origin === "DRAFT" ? "draft" : "target"}`;
    token.title = origin === "DRAFT" ? "drafted, and kept" : "the large model's own";
    token.textContent = word;
    this.answer.append(text.slice(0, text.length - word.length), token);
  }

  #showFacts() {
    const end = this.result;
    const milliseconds = (micros) => `${(micros / 1000).toFixed(micros < 1e5 ? 1 : 0)} ms`;
    const decoding = (end.totalMicros - end.firstMicros) / 1e6;
    const facts = [["whole answer", milliseconds(end.totalMicros)], ["to the first word", milliseconds(end.firstMicros)]];
    if (end.tokens.length > 1) facts.push(["tokens per second", Math.round((end.tokens.length - 1) / decoding)]);
    facts.push(["tokens", end.tokens.length], ["target passes", end.rounds]);
    if (end.drafted > 0) facts.push(["of the draft kept", `${Math.round((100 * end.kept) / end.drafted)} %`]);
    this.facts.replaceChildren(...facts.map(([name, value]) => {
      const pair = document.createElement("div");
      pair.append(Object.assign(document.createElement("dt"), { textContent: name }));
      pair.append(Object.assign(document.createElement("dd"), { textContent: value }));
      return pair;
    }));
  }
}
