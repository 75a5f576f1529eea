// The page of the sample: a picture and a question, and two answers to them.
import { areSame, Comparison, ROUNDING } from "./comparison.js";
import { suggest } from "./controls.js";
import { keptOf, Lane, milliseconds, tokenOf } from "./lane.js";

const find = (id) => document.getElementById(id);
const SUGGESTIONS = ["what do you see?", "how many shapes are there?", "what is at the centre?", "list the shapes."];
const LARGEST_UPLOAD = 10 * 2 ** 20; // bytes, as the server has it

const chosen = { number: 0, file: null };

// Answers

class AnswerLane extends Lane {
  #answer = this.element.querySelector(".answer");

  empty() { this.#answer.replaceChildren(); }

  show({ text, origin }) { this.#answer.append(...tokenOf(text, origin)); }

  factsOf(end) {
    const facts = [["whole answer", milliseconds(end.totalMicros)], ["to the first word", milliseconds(end.firstMicros)]];
    if (end.tokens.length > 1) facts.push(["tokens per second", Math.round(1e6 * rate(end))]);
    facts.push(["tokens", end.tokens.length], ["target passes", end.rounds], ...keptOf("draft", end));
    return facts;
  }
}

const rate = (end) => (end.tokens.length - 1) / (end.totalMicros - end.firstMicros);

function verdict(drafted, plain) {
  const count = drafted.tokens.length;
  const sameness = areSame(drafted, plain) ? `All ${count} tokens are the same.` : `The tokens differ: ${ROUNDING}`;
  return [
    count > 1 && plain.tokens.length > 1
      ? `${(rate(drafted) / rate(plain)).toFixed(1)}× the words per second`
      : "One word: nothing to draft",
    `${sameness} Picture included: ${milliseconds(drafted.totalMicros)} against ${milliseconds(plain.totalMicros)}.`,
  ];
}

const comparison = new Comparison({ path: "api/answers", Lane: AnswerLane, verdict, button: find("ask") });

find("form").addEventListener("submit", (event) => {
  event.preventDefault();
  const form = new FormData();
  if (chosen.file) form.append("picture", chosen.file);
  else form.append("number", chosen.number);
  form.append("question", find("question").value);
  form.append("temperature", find("temperature").value);
  form.append("seed", find("seed").value || "0");
  comparison.run(form);
});

// Pictures

function show(source) {
  find("picture").src = source;
  find("stage").querySelector("figcaption").textContent = "Drop a picture here.";
  find("stage").classList.add("filled");
}

function choose(number) {
  chosen.number = number;
  chosen.file = null;
  show(`pictures/${number}.png`);
  for (const button of find("gallery").children) {
    button.setAttribute("aria-pressed", String(Number(button.dataset.number) === number));
  }
}

function upload(file) {
  if (!file) return;
  comparison.tell(file.size > LARGEST_UPLOAD ? "That file is too large: pictures up to 10 MB can be uploaded." : null);
  if (file.size > LARGEST_UPLOAD) return;
  chosen.file = file;
  show(URL.createObjectURL(file));
  for (const button of find("gallery").children) button.setAttribute("aria-pressed", "false");
}

function fillGallery(numbers) {
  find("gallery").replaceChildren(...numbers.map((number) => {
    const button = document.createElement("button");
    button.type = "button";
    button.dataset.number = number;
    button.setAttribute("aria-label", `Picture ${number}`);
    button.append(Object.assign(new Image(), { src: `pictures/${number}.png`, alt: "" }));
    button.addEventListener("click", () => choose(number));
    return button;
  }));
  choose(numbers[0]);
}

find("more").addEventListener("click", () => {
  const count = find("gallery").children.length;
  fillGallery(Array.from({ length: count }, () => Math.floor(Math.random() * 100000)));
});
find("upload").addEventListener("change", (event) => upload(event.target.files[0]));
find("picture").addEventListener("error", () => {
  find("stage").classList.remove("filled");
  find("stage").querySelector("figcaption").textContent = "That file is not a picture.";
});
find("stage").addEventListener("dragover", (event) => { event.preventDefault(); find("stage").classList.add("dropping"); });
find("stage").addEventListener("dragleave", () => find("stage").classList.remove("dropping"));
find("stage").addEventListener("drop", (event) => {
  event.preventDefault();
  find("stage").classList.remove("dropping");
  upload(event.dataTransfer.files[0]);
});

suggest(SUGGESTIONS, find("question"));
fillGallery(await (await fetch("api/pictures")).json());
if (new URLSearchParams(location.search).has("ask")) find("form").requestSubmit();
