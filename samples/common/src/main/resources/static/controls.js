// What the pages have around their answers: sliders that show their value, dice, suggestions, and who answers.
const find = (id) => document.getElementById(id);

for (const slider of document.querySelectorAll("input[type=range]")) {
  slider.addEventListener("input", () => { find(`${slider.id}-value`).value = slider.value; });
}
find("dice")?.addEventListener("click", () => { find("seed").value = Math.floor(Math.random() * 1e6); });

/** Offers `words` for the field `field`, and asks with them. */
export function suggest(words, field) {
  find("suggestions").append(...words.map((text) => {
    const chip = Object.assign(document.createElement("button"), { type: "button", textContent: text });
    chip.addEventListener("click", () => { field.value = text; field.form.requestSubmit(); });
    return chip;
  }));
}

async function describe() {
  const { description, models } = await (await fetch("api/pipeline")).json();
  const size = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
  const names = models.map((model) => `${model.name} (${model.weights}, ${size(model.weightBytes)})`);
  const guarantee = { SAME_TOKENS: "same tokens", SAME_LAW: "same distribution", RELAXED: "relaxed" }[description.guarantee];
  find("pipeline").textContent = `${names.join(" drafted by ")} · ${guarantee}`;
}

describe().catch(() => {}); // the page works without
