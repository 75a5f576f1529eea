// The page of the sample: a sound, and two transcripts of it.
import { areSame, Comparison, ROUNDING } from "./comparison.js";
import "./controls.js";
import { keptOf, Lane, milliseconds, tokenOf } from "./lane.js";
import { Recorder } from "./recorder.js";

const find = (id) => document.getElementById(id);

class TranscriptLane extends Lane {
  #segments = this.element.querySelector("ol");

  empty() { this.#segments.replaceChildren(); }

  show({ startMillis, pieces }) {
    const time = document.createElement("time");
    const seconds = startMillis / 1000;
    time.textContent = `${Math.floor(seconds / 60)}:${(seconds % 60).toFixed(1).padStart(4, "0")}`;
    const text = document.createElement("span");
    for (const piece of pieces) text.append(...tokenOf(piece.text, piece.origin));
    const item = document.createElement("li");
    item.append(time, text);
    this.#segments.append(item);
  }

  factsOf(end) {
    const facts = [["from sound to text", milliseconds(end.totalMicros)], ["tokens", end.tokens.length]];
    facts.push(["target passes", end.rounds], ["tokens a pass", end.tau.toFixed(1)], ...keptOf("draft", end));
    return facts;
  }
}

function verdict(drafted, plain) {
  if (!find("plain").querySelector("li")) return ["No words", "Nothing was said that the model understands."];
  const sameness = areSame(drafted, plain)
    ? `All ${plain.tokens.length} tokens are the same, in ${drafted.rounds} passes of the large model instead of ${plain.rounds}.`
    : `The transcripts differ: ${ROUNDING}`;
  return [
    `${(plain.totalMicros / drafted.totalMicros).toFixed(1)}× as fast from sound to text`,
    `${sameness} ${milliseconds(drafted.totalMicros)} against ${milliseconds(plain.totalMicros)}.`,
  ];
}

const comparison = new Comparison({ path: "api/transcripts", Lane: TranscriptLane, verdict, button: find("record") });

function transcribe(file) {
  find("name").value = file.name;
  URL.revokeObjectURL(find("sound").src);
  find("sound").src = URL.createObjectURL(file);
  find("sound").hidden = false;
  const form = new FormData();
  form.set("sound", file);
  form.set("language", find("language").value.trim());
  return comparison.run(form);
}

// Where sounds come from

const recorder = new Recorder();
let ticking = null; // the timer of a recording

async function begin() {
  await recorder.start();
  const start = performance.now();
  const tick = () => { find("name").value = `Recording, ${((performance.now() - start) / 1000).toFixed(0)} s`; };
  tick();
  ticking = setInterval(tick, 200);
  find("record").textContent = "Write it down";
  find("record").classList.add("recording");
}

async function end() {
  clearInterval(ticking);
  ticking = null;
  find("record").textContent = "Record";
  find("record").classList.remove("recording");
  transcribe(await recorder.stop());
}

find("record").addEventListener("click", async () => {
  find("record").disabled = true;
  try {
    await (ticking ? end() : begin());
  } catch (error) {
    comparison.tell(`The microphone cannot be used: ${error.message}.`);
  } finally {
    find("record").disabled = false;
  }
});
find("file").addEventListener("change", () => {
  const file = find("file").files[0];
  if (file) transcribe(file);
  find("file").value = "";
});
find("example").addEventListener("click", async () => {
  const sound = await (await fetch("command.wav")).blob();
  transcribe(new File([sound], "command.wav", { type: sound.type }));
});
find("form").addEventListener("submit", (event) => event.preventDefault());
