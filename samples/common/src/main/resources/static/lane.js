// One answer on the screen: keeps what came and when, and shows it on a clock of its own. A page says how its parts look.
export class Lane {
  constructor(element) {
    this.element = element;
    this.bar = element.querySelector(".bar span");
    this.facts = element.querySelector("dl");
    this.run = 0;
    this.parts = [];
    this.shown = 0;
    this.result = null;
  }

  // What a page adds: an empty lane, a part of the answer, its end, how much is there while nobody knows how long it takes.
  empty() {}
  show(part) {}
  finish(result) {}
  share() { return 0; }
  factsOf(result) { return []; }

  clear() {
    this.halt();
    this.parts = [];
    this.shown = 0;
    this.result = null;
    this.facts.replaceChildren();
    this.bar.style.width = "0";
    this.empty();
  }

  /** Stops showing; what is there stays. */
  halt() { this.run++; }

  add(part) { this.parts.push(part); }

  end(result) { this.result = result; }

  /** Time of the answer so far, in microseconds. */
  get micros() { return this.result?.totalMicros ?? this.parts.at(-1)?.micros ?? 0; }

  /** Shows the answer `times` slower than it was given, or with 0 whatever is there; resolves when all of it is shown. */
  play(times) {
    const run = this.run;
    const start = performance.now();
    return new Promise((resolve) => {
      const frame = (now) => {
        if (run !== this.run) return resolve();
        const micros = times > 0 ? ((now - start) * 1000) / times : Infinity;
        while (this.parts[this.shown]?.micros <= micros) this.show(this.parts[this.shown++]);
        const whole = this.result?.totalMicros;
        const over = this.result && this.shown === this.parts.length && micros >= whole;
        this.bar.style.width = `${100 * (over ? 1 : whole ? micros / whole : this.share())}%`;
        if (!over) return requestAnimationFrame(frame);
        this.finish(this.result);
        this.#showFacts();
        resolve();
      };
      requestAnimationFrame(frame);
    });
  }

  #showFacts() {
    this.facts.replaceChildren(...this.factsOf(this.result).map(([name, value]) => {
      const pair = document.createElement("div");
      pair.append(Object.assign(document.createElement("dt"), { textContent: name }));
      pair.append(Object.assign(document.createElement("dd"), { textContent: value }));
      return pair;
    }));
  }
}

/** A time to read. */
export const milliseconds = (micros) => `${(micros / 1000).toFixed(micros < 1e5 ? 1 : 0)} ms`;

/** How many of what was guessed were kept, where anything was. */
export const keptOf = (what, { drafted, kept }) =>
  drafted > 0 ? [[`of the ${what} kept`, `${Math.round((100 * kept) / drafted)} %`]] : [];

/** A token, coloured by who said it first. */
export function tokenOf(text, origin) {
  const token = document.createElement("span");
  token.className = `token ${origin === "DRAFT" ? "draft" : "target"}`;
  token.title = origin === "DRAFT" ? "drafted, and kept" : "the large model's own";
  token.textContent = text.trimStart();
  return [text.slice(0, text.length - token.textContent.length), token];
}
