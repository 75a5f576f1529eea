import { readEvents } from "./events.js";
import { Recorder } from "./recorder.js";

const $ = selector => document.querySelector(selector);
const recorder = new Recorder();

$("#record").addEventListener("click", async () => {
  const button = $("#record");
  try {
    if (button.classList.toggle("recording")) {
      await recorder.start();
      button.textContent = "Stop";
    } else {
      button.textContent = "Record";
      await compare(await recorder.stop());
    }
  } catch (error) {
    button.classList.remove("recording");
    button.textContent = "Record";
    complain(`The microphone cannot be used: ${error.message}`);
  }
});

$("#file").addEventListener("change", () => {
  const file = $("#file").files[0];
  if (file) compare(file);
  $("#file").value = "";
});

$("#form").addEventListener("submit", event => event.preventDefault());

/** Writes the sound down with a draft, then without: one after the other, so that neither slows the other. */
async function compare(file) {
  busy(true);
  $("#problem").hidden = true;
  $("#name").textContent = file.name;
  document.querySelectorAll(".lane").forEach(clear);
  try {
    const drafted = await transcribe(file, "auto", $("#drafted"));
    const plain = await transcribe(file, "plain", $("#plain"));
    verdict(drafted, plain);
  } catch (error) {
    complain(error.message);
  } finally {
    busy(false);
  }
}

async function transcribe(file, speculation, lane) {
  const form = new FormData();
  form.set("sound", file);
  form.set("language", $("#language").value.trim());
  form.set("speculation", speculation);
  const response = await fetch("api/transcripts", { method: "POST", body: form });
  if (!response.ok) throw new Error((await response.json()).message);
  for await (const { name, data } of readEvents(response.body)) {
    if (name === "segment") show(lane, data);
    if (name === "problem") throw new Error(data.message);
    if (name === "end") {
      lane.querySelector("small").textContent =
        `${(data.totalMicros / 1e6).toFixed(2)} s, ${data.tau.toFixed(1)} tokens a round`;
      return data;
    }
  }
  throw new Error("The transcript broke off.");
}

function show(lane, segment) {
  const item = document.createElement("li");
  const time = document.createElement("time");
  const seconds = segment.startMillis / 1000;
  time.textContent = `${Math.floor(seconds / 60)}:${(seconds % 60).toFixed(1).padStart(4, "0")}`;
  const text = document.createElement("span");
  for (const piece of segment.pieces) {
    const token = document.createElement("span");
    token.className = `token ${piece.origin.toLowerCase()}`;
    token.textContent = piece.text;
    text.append(token);
  }
  item.append(time, text);
  lane.querySelector("ol").append(item);
}

function verdict(drafted, plain) {
  const same = drafted.tokens.length === plain.tokens.length && drafted.tokens.every((id, i) => id === plain.tokens[i]);
  const [headline, detail] = $("#verdict").children;
  headline.textContent = `${(plain.decodeMicros / drafted.decodeMicros).toFixed(2)} times as fast to decode, `
    + `${(plain.totalMicros / drafted.totalMicros).toFixed(2)} times from sound to text.`;
  detail.textContent = same
    ? `All ${plain.tokens.length} tokens are the same. ${drafted.kept} of ${drafted.drafted} drafted tokens were kept.`
    : "Passes of one row round differently from those of several, and here a near tie fell the other way.";
}

function clear(lane) {
  lane.querySelector("ol").replaceChildren();
  lane.querySelector("small").textContent = "";
}

function busy(is) {
  document.querySelectorAll("#form button, #form input").forEach(control => (control.disabled = is));
}

function complain(message) {
  $("#problem").textContent = message;
  $("#problem").hidden = false;
}
