// Two answers side by side: the server is asked twice, with drafts and without, one after the other, so that neither takes the
// other's processor; both are shown on one clock.
import { ask } from "./events.js";

const SLOW_MOTION_SECONDS = 5; // what the slower answer takes on the screen
const PATIENCE = 3000; // milliseconds after which answers are shown while they still come
const find = (id) => document.getElementById(id);

export class Comparison {
  #path;
  #lanes;
  #verdict;
  #button;
  #label;
  #opening = [...find("verdict").children].map((line) => line.textContent);
  #running = null;
  #draftedFirst = true; // they take turns: whoever goes first also wakes the machine up

  /** Asks `path`; shows answers in lanes of the kind `Lane`, and what `verdict` makes of both. `button` stops it. */
  constructor({ path, Lane, verdict, button }) {
    this.#path = path;
    this.#lanes = { auto: new Lane(find("drafted")), plain: new Lane(find("plain")) };
    this.#verdict = verdict;
    this.#button = button;
    this.#label = button.textContent;
    button.addEventListener("click", (event) => {
      if (!this.#running) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      this.stop();
      find("note").textContent = "Stopped.";
    });
  }

  /** Asks what `form` holds; an earlier question is dropped. */
  async run(form) {
    this.stop();
    const running = new AbortController();
    this.#running = running;
    this.#button.textContent = "Stop";
    this.#button.classList.add("busy");
    this.tell(null);
    this.#say(this.#opening);
    find("note").textContent = "";
    this.#each((lane) => lane.clear());
    find("answers").scrollIntoView({ block: "nearest" });
    try {
      await this.#askAndShow(form, running.signal);
      if (!running.signal.aborted) this.#say(this.#verdict(this.#lanes.auto.result, this.#lanes.plain.result));
    } catch (error) {
      if (running.signal.aborted) return;
      this.#each((lane) => lane.clear());
      find("note").textContent = "";
      this.tell(error.message);
    } finally {
      if (this.#running === running) this.stop();
    }
  }

  /** Drops what runs; what is shown stays. */
  stop() {
    this.#running?.abort();
    this.#running = null;
    this.#each((lane) => lane.halt());
    this.#button.textContent = this.#label;
    this.#button.classList.remove("busy");
  }

  /** Shows a problem; none with null. */
  tell(problem) {
    find("problem").textContent = problem ?? "";
    find("problem").hidden = !problem;
  }

  async #askAndShow(form, signal) {
    let asked = false;
    const both = this.#askBoth(form, signal).finally(() => (asked = true));
    await Promise.race([both, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
    const times = asked ? this.#slowness() : 0;
    if (!signal.aborted) find("note").textContent = times > 1
      ? `Shown ${times}× slower than they ran, one after the other. All times are real.`
      : "Shown as fast as they ran, one after the other.";
    const shown = Object.values(this.#lanes).map((lane) => lane.play(times));
    await both;
    await Promise.all(shown);
  }

  async #askBoth(form, signal) {
    const order = this.#draftedFirst ? ["auto", "plain"] : ["plain", "auto"];
    this.#draftedFirst = !this.#draftedFirst;
    for (const speculation of order) {
      form.set("speculation", speculation);
      for await (const { name, data } of ask(this.#path, form, signal)) {
        if (name === "end") this.#lanes[speculation].end(data);
        else this.#lanes[speculation].add(data);
      }
    }
  }

  #slowness() {
    if (find("pace")?.value !== "auto") return 1;
    const slowest = Math.max(...Object.values(this.#lanes).map((lane) => lane.micros));
    return Math.max(1, Math.round((SLOW_MOTION_SECONDS * 1e6) / Math.max(1, slowest)));
  }

  #say(lines) {
    [...find("verdict").children].forEach((line, i) => (line.textContent = lines[i]));
  }

  #each(what) {
    Object.values(this.#lanes).forEach(what);
  }
}

/** Whether both say the same. */
export const areSame = (drafted, plain) =>
  drafted.tokens.length === plain.tokens.length && drafted.tokens.every((token, i) => token === plain.tokens[i]);

/** Why they may not. */
export const ROUNDING = "passes over one row round differently than those that check several, and here a near tie fell the other way.";
