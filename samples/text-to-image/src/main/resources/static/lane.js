// One picture on the screen: keeps which rows were drawn when, and shows them on a clock of its own.
export class Lane {
  constructor(element) {
    this.picture = element.querySelector(".canvas img");
    this.bar = element.querySelector(".bar span");
    this.facts = element.querySelector("dl");
    this.clear();
  }

  clear() {
    this.run = (this.run ?? 0) + 1; // an earlier showing stops
    this.rows = [];
    this.result = null;
    this.picture.classList.remove("shown");
    this.picture.removeAttribute("src");
    this.facts.replaceChildren();
    this.bar.style.width = "0";
  }

  /** Takes rows that were drawn; a look at a picture that takes long is shown at once. */
  add(rows) {
    this.rows.push(rows);
    if (rows.png) this.#show(rows.png, 1);
  }

  end(result) {
    this.result = result;
  }

  /** Time of the picture so far, in microseconds. */
  get micros() { return this.result?.totalMicros ?? this.rows.at(-1)?.micros ?? 0; }

  /** Shows the finished picture `times` slower than it was drawn; resolves when all of it is there. */
  play(times) {
    const run = this.run;
    let start = null;
    return new Promise((resolve) => {
      const frame = (now) => {
        if (run !== this.run) return resolve();
        if (!this.result) return requestAnimationFrame(frame);
        start ??= now;
        const micros = ((now - start) * 1000) / times;
        const whole = this.result.totalMicros;
        const drawn = this.rows.filter((rows) => rows.micros <= micros).at(-1);
        const over = micros >= whole;
        this.#show(this.result.png, over ? 1 : (drawn?.rows ?? 0) / (drawn?.rowsInAll ?? 1));
        this.bar.style.width = `${Math.min(100, (100 * micros) / whole)}%`;
        if (over) {
          this.#showFacts();
          return resolve();
        }
        requestAnimationFrame(frame);
      };
      requestAnimationFrame(frame);
    });
  }

  #show(png, share) {
    const source = `data:image/png;base64,${png}`;
    if (this.picture.getAttribute("src") !== source) this.picture.src = source;
    this.picture.style.clipPath = `inset(0 0 ${100 * (1 - share)}% 0)`;
    this.picture.classList.toggle("shown", share > 0);
  }

  #showFacts() {
    const end = this.result;
    const milliseconds = (micros) => `${(micros / 1000).toFixed(micros < 1e5 ? 1 : 0)} ms`;
    const facts = [["whole picture", milliseconds(end.totalMicros)], ["tokens", end.tokens.length]];
    facts.push(["model passes", end.rounds], ["tokens a pass", end.tau.toFixed(1)]);
    if (end.drafted > 0) facts.push(["of the guesses kept", `${Math.round((100 * end.kept) / end.drafted)} %`]);
    this.facts.replaceChildren(...facts.map(([name, value]) => {
      const pair = document.createElement("div");
      pair.append(Object.assign(document.createElement("dt"), { textContent: name }));
      pair.append(Object.assign(document.createElement("dd"), { textContent: value }));
      return pair;
    }));
  }
}
