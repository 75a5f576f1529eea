// The page of the sample: asks the server twice, with a draft and without, and shows both answers on one clock.
import { readEvents } from "./events.js";
import { Lane } from "./lane.js";

const find = (id) => document.getElementById(id);
const SUGGESTIONS = ["what do you see?", "how many shapes are there?", "what is at the centre?", "list the shapes."];
const LARGEST_UPLOAD = 10 * 2 ** 20; // bytes, as the server has it
const SLOW_MOTION_SECONDS = 5; // what the slower answer takes on the screen
const PATIENCE = 3000; // milliseconds after which answers are shown while they still come

const lanes = { drafted: new Lane(find("drafted")), plain: new Lane(find("plain")) };
const chosen = { number: 0, file: null };
let draftedFirst = true; // they take turns: whoever goes first also wakes the machine up

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
    button.setAttribute("aria-checked", String(Number(button.dataset.number) === number));
  }
}

function upload(file) {
  if (!file) return;
  tell(file.size > LARGEST_UPLOAD ? "That file is too large: pictures up to 10 MB can be uploaded." : null);
  if (file.size > LARGEST_UPLOAD) return;
  chosen.file = file;
  show(URL.createObjectURL(file));
  for (const button of find("gallery").children) button.setAttribute("aria-checked", "false");
}

function fillGallery(numbers) {
  find("gallery").replaceChildren(...numbers.map((number) => {
    const button = document.createElement("button");
    button.type = "button";
    button.dataset.number = number;
    button.setAttribute("role", "radio");
    button.setAttribute("aria-label", `Picture ${number}`);
    button.append(Object.assign(new Image(), { src: `pictures/${number}.png`, alt: "" }));
    button.addEventListener("click", () => choose(number));
    return button;
  }));
  choose(numbers[0]);
}

// Answers

function formFor(speculation) {
  const form = new FormData();
  if (chosen.file) form.append("picture", chosen.file);
  else form.append("number", chosen.number);
  form.append("question", find("question").value);
  form.append("temperature", find("temperature").value);
  form.append("seed", find("seed").value || "0");
  form.append("speculation", speculation);
  return form;
}

async function ask(lane, speculation) {
  const response = await fetch("api/answers", { method: "POST", body: formFor(speculation) });
  if (!response.ok) {
    const problem = await response.json().catch(() => ({}));
    throw new Error(problem.message ?? "The server could not answer.");
  }
  for await (const event of readEvents(response.body)) {
    if (event.name === "piece") lane.add(event.data);
    else if (event.name === "end") lane.end(event.data);
    else throw new Error(event.data.message);
  }
}

function slowness() {
  if (find("pace").value !== "auto") return Number(find("pace").value);
  const slowest = Math.max(...Object.values(lanes).map((lane) => lane.micros));
  return Math.max(1, Math.round((SLOW_MOTION_SECONDS * 1e6) / Math.max(1, slowest)));
}

function tell(problem) {
  find("problem").textContent = problem ?? "";
  find("problem").hidden = !problem;
}

function verdict() {
  const drafted = lanes.drafted.result;
  const plain = lanes.plain.result;
  const rate = (end) => (end.tokens.length - 1) / (end.totalMicros - end.firstMicros);
  const count = drafted.tokens.length;
  const equal = count === plain.tokens.length && drafted.tokens.every((token, i) => token === plain.tokens[i]);
  const [title, line] = find("verdict").children;
  const whole = (end) => `${Math.round(end.totalMicros / 1000)} ms`;
  title.textContent = count > 1 && plain.tokens.length > 1
    ? `${(rate(drafted) / rate(plain)).toFixed(1)}× the words per second`
    : "One word: nothing to draft";
  const sameness = equal
    ? `All ${count} tokens are the same.`
    : "The tokens differ: passes over one row round differently than those that verify drafts.";
  line.textContent = `${sameness} Picture included: ${whole(drafted)} against ${whole(plain)}.`;
}

async function submit(event) {
  event.preventDefault();
  tell(null);
  find("ask").disabled = true;
  find("note").textContent = "";
  Object.values(lanes).forEach((lane) => lane.clear());
  find("verdict").scrollIntoView({ block: "nearest", behavior: "smooth" });
  const started = performance.now();
  try {
    const both = draftedFirst
      ? ask(lanes.drafted, "auto").then(() => ask(lanes.plain, "plain"))
      : ask(lanes.plain, "plain").then(() => ask(lanes.drafted, "auto"));
    draftedFirst = !draftedFirst;
    await Promise.race([both, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
    const live = performance.now() - started >= PATIENCE;
    const times = live ? 1 : slowness();
    find("note").textContent = times > 1
      ? `Shown ${times}× slower than they ran, one after the other. All times are real.`
      : "Shown as fast as they ran, one after the other.";
    const shown = Object.values(lanes).map((lane) => lane.play(times));
    await both;
    await Promise.all(shown);
    verdict();
  } catch (error) {
    Object.values(lanes).forEach((lane) => lane.clear());
    tell(error.message);
  } finally {
    find("ask").disabled = false;
  }
}

// What answers

async function describe() {
  const { description, models } = await (await fetch("api/pipeline")).json();
  const size = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
  const names = models.map((model) => `${model.name} (${model.weights}, ${size(model.weightBytes)})`);
  const guarantee = { SAME_TOKENS: "same tokens", SAME_LAW: "same distribution", RELAXED: "relaxed" }[description.guarantee];
  find("pipeline").textContent = `${names.join(" drafted by ")} · ${guarantee}`;
}

find("form").addEventListener("submit", submit);
find("more").addEventListener("click", () => {
  const count = find("gallery").children.length;
  fillGallery(Array.from({ length: count }, () => Math.floor(Math.random() * 100000)));
});
find("upload").addEventListener("change", (event) => upload(event.target.files[0]));
find("picture").addEventListener("error", () => {
  find("stage").classList.remove("filled");
  find("stage").querySelector("figcaption").textContent = "That file is not a picture.";
});
find("temperature").addEventListener("input", (event) => { find("temperature-value").value = event.target.value; });
find("dice").addEventListener("click", () => { find("seed").value = Math.floor(Math.random() * 1e6); });
find("stage").addEventListener("dragover", (event) => { event.preventDefault(); find("stage").classList.add("dropping"); });
find("stage").addEventListener("dragleave", () => find("stage").classList.remove("dropping"));
find("stage").addEventListener("drop", (event) => {
  event.preventDefault();
  find("stage").classList.remove("dropping");
  upload(event.dataTransfer.files[0]);
});
find("suggestions").append(...SUGGESTIONS.map((words) => {
  const chip = Object.assign(document.createElement("button"), { type: "button", textContent: words });
  chip.addEventListener("click", () => { find("question").value = words; find("form").requestSubmit(); });
  return chip;
}));
describe().catch(() => {});
fillGallery(await (await fetch("api/pictures")).json());
if (new URLSearchParams(location.search).has("ask")) find("form").requestSubmit();
