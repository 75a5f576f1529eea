// Server-sent events of a form's answer: EventSource can only GET, and pictures and sounds have to be posted.

/** Posts `form` to `path`; yields each event with its name and data. What goes wrong is an error with words to show. */
export async function* ask(path, form, signal) {
  const response = await fetch(path, { method: "POST", body: form, signal });
  if (!response.ok) {
    const problem = await response.json().catch(() => ({}));
    throw new Error(problem.message ?? "The server could not answer.");
  }
  for await (const event of readEvents(response.body)) {
    if (event.name === "problem") throw new Error(event.data.message);
    yield event;
    if (event.name === "end") return;
  }
  throw new Error("The answer broke off.");
}

async function* readEvents(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    text += value;
    for (let end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
      yield parse(text.slice(0, end));
      text = text.slice(end + 2);
    }
  }
}

function parse(block) {
  const event = { name: "message", data: "" };
  for (const line of block.split("\n")) {
    if (line.startsWith("event:")) event.name = line.slice(6).trim();
    if (line.startsWith("data:")) event.data += line.slice(5);
  }
  event.data = JSON.parse(event.data);
  return event;
}
