// The page of the sample: a caption, and two pictures of it that grow row by row.
import { areSame, Comparison, ROUNDING } from "./comparison.js";
import { suggest } from "./controls.js";
import { keptOf, Lane, milliseconds } from "./lane.js";

const find = (id) => document.getElementById(id);

class PictureLane extends Lane {
  #picture = this.element.querySelector(".canvas img");
  #share = 0;

  empty() {
    this.#share = 0;
    this.#picture.classList.remove("shown");
    this.#picture.removeAttribute("src");
  }

  /** The upper rows: cut from the whole picture where that is known, else as last looked at, now and then. */
  show({ rows, rowsInAll, png }) {
    this.#share = rows / rowsInAll;
    if (this.result) this.#paint(this.result.png, this.#share);
    else if (png) this.#paint(png, 1);
  }

  finish({ png }) { this.#paint(png, 1); }

  share() { return this.#share; }

  #paint(png, share) {
    const source = `data:image/png;base64,${png}`;
    if (this.#picture.getAttribute("src") !== source) this.#picture.src = source;
    this.#picture.style.clipPath = `inset(0 0 ${100 * (1 - share)}% 0)`;
    this.#picture.classList.add("shown");
  }

  factsOf(end) {
    const facts = [["whole picture", milliseconds(end.totalMicros)], ["tokens", end.tokens.length]];
    facts.push(["model passes", end.rounds], ["tokens a pass", end.tau.toFixed(1)], ...keptOf("guesses", end));
    return facts;
  }
}

function verdict(drafted, plain) {
  const sameness = areSame(drafted, plain) ? "Every pixel is the same." : `The pictures differ: ${ROUNDING}`;
  return [
    `${(plain.totalMicros / drafted.totalMicros).toFixed(1)}× as fast`,
    `${sameness} ${milliseconds(drafted.totalMicros)} against ${milliseconds(plain.totalMicros)}.`,
  ];
}

const comparison = new Comparison({ path: "api/drawings", Lane: PictureLane, verdict, button: find("draw") });

find("form").addEventListener("submit", (event) => {
  event.preventDefault();
  const form = new FormData();
  for (const name of ["caption", "guidance", "temperature"]) form.append(name, find(name).value);
  form.append("seed", find("seed").value || "0");
  comparison.run(form);
});
find("caption").addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  find("form").requestSubmit();
});

const captions = await (await fetch("api/captions")).json();
find("caption").value = captions[0];
suggest(captions, find("caption"));
if (new URLSearchParams(location.search).has("draw")) find("form").requestSubmit();
