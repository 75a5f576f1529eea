// The page of the sample: asks the server twice, with guesses and without, and shows both pictures on one clock.
import { readEvents } from "./events.js";
import { Lane } from "./lane.js";

const find = (id) => document.getElementById(id);
const SLOW_MOTION_SECONDS = 5; // what the slower picture takes on the screen

const lanes = { drafted: new Lane(find("drafted")), plain: new Lane(find("plain")) };
let draftedFirst = true; // they take turns: whoever goes first also wakes the machine up

function formFor(speculation) {
  const form = new FormData();
  for (const name of ["caption", "guidance", "temperature"]) form.append(name, find(name).value);
  form.append("seed", find("seed").value || "0");
  form.append("speculation", speculation);
  return form;
}

async function draw(lane, speculation) {
  const response = await fetch("api/drawings", { method: "POST", body: formFor(speculation) });
  if (!response.ok) {
    const problem = await response.json().catch(() => ({}));
    throw new Error(problem.message ?? "The server could not draw that.");
  }
  for await (const event of readEvents(response.body)) {
    if (event.name === "rows") lane.add(event.data);
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
  const equal = drafted.tokens.length === plain.tokens.length
    && drafted.tokens.every((token, i) => token === plain.tokens[i]);
  const [title, line] = find("verdict").children;
  const whole = (end) => `${Math.round(end.totalMicros / 1000)} ms`;
  title.textContent = `${(plain.totalMicros / drafted.totalMicros).toFixed(1)}× as fast`;
  const sameness = equal
    ? "Every pixel is the same."
    : "The pictures differ: passes over one row round differently than those that check guesses.";
  line.textContent = `${sameness} ${whole(drafted)} against ${whole(plain)}.`;
}

async function submit(event) {
  event.preventDefault();
  tell(null);
  find("draw").disabled = true;
  find("note").textContent = "";
  Object.values(lanes).forEach((lane) => lane.clear());
  find("verdict").scrollIntoView({ block: "nearest", behavior: "smooth" });
  try {
    const order = [["drafted", "auto"], ["plain", "plain"]];
    if (!draftedFirst) order.reverse();
    draftedFirst = !draftedFirst;
    for (const [name, speculation] of order) await draw(lanes[name], speculation);
    const times = slowness();
    find("note").textContent = times > 1
      ? `Shown ${times}× slower than they were drawn, one after the other. All times are real.`
      : "Shown as fast as they were drawn, one after the other.";
    await Promise.all(Object.values(lanes).map((lane) => lane.play(times)));
    verdict();
  } catch (error) {
    Object.values(lanes).forEach((lane) => lane.clear());
    tell(error.message);
  } finally {
    find("draw").disabled = false;
  }
}

async function describe() {
  const { description, models } = await (await fetch("api/pipeline")).json();
  const size = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
  const names = models.map((model) => `${model.name} (${model.weights}, ${size(model.weightBytes)})`);
  const guarantee = { SAME_TOKENS: "same tokens", SAME_LAW: "same distribution", RELAXED: "relaxed" }[description.guarantee];
  find("pipeline").textContent = `${names.join(" drafted by ")} · ${guarantee}`;
}

async function suggest() {
  const captions = await (await fetch("api/captions")).json();
  find("caption").value = captions[0];
  find("suggestions").append(...captions.map((words) => {
    const chip = Object.assign(document.createElement("button"), { type: "button", textContent: words });
    chip.addEventListener("click", () => { find("caption").value = words; find("form").requestSubmit(); });
    return chip;
  }));
}

find("form").addEventListener("submit", submit);
for (const name of ["guidance", "temperature"]) {
  find(name).addEventListener("input", (event) => { find(`${name}-value`).value = event.target.value; });
}
find("dice").addEventListener("click", () => { find("seed").value = Math.floor(Math.random() * 1e6); });
describe().catch(() => {});
await suggest();
if (new URLSearchParams(location.search).has("draw")) find("form").requestSubmit();
