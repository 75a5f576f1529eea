// Records the microphone as a WAV file: what browsers record by themselves is a format that nobody else reads.
export class Recorder {
  async start() {
    if (!navigator.mediaDevices) throw new Error("browsers record only for pages of this machine and over https");
    this.media = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1 } });
    this.context = new AudioContext();
    this.chunks = [];
    const source = this.context.createMediaStreamSource(this.media);
    const code = "registerProcessor('tap', class extends AudioWorkletProcessor {"
      + " process([[samples]]) { if (samples) this.port.postMessage(samples.slice()); return true; } })";
    await this.context.audioWorklet.addModule(URL.createObjectURL(new Blob([code], { type: "text/javascript" })));
    const tap = new AudioWorkletNode(this.context, "tap");
    tap.port.onmessage = event => this.chunks.push(event.data);
    source.connect(tap);
  }

  async stop() {
    this.media.getTracks().forEach(track => track.stop());
    const rate = this.context.sampleRate;
    await this.context.close();
    return wav(this.chunks, rate);
  }
}

function wav(chunks, rate) {
  const length = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  const view = new DataView(new ArrayBuffer(44 + 2 * length));
  const text = (at, letters) => [...letters].forEach((letter, i) => view.setUint8(at + i, letter.charCodeAt(0)));
  text(0, "RIFF");
  view.setUint32(4, 36 + 2 * length, true);
  text(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, 2 * rate, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  text(36, "data");
  view.setUint32(40, 2 * length, true);
  let at = 44;
  for (const chunk of chunks) {
    for (const sample of chunk) {
      view.setInt16(at, Math.max(-1, Math.min(1, sample)) * 32767, true);
      at += 2;
    }
  }
  return new File([view], "recording.wav", { type: "audio/wav" });
}
