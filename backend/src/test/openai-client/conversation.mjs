// Talks with the model at OPENAI_BASE_URL through OpenAI's own client, as a caller's side would: sound in, sound out, a tool.
// The arguments are files of G.711 µ-law, one for each thing that the caller says, in order. What happened goes to stdout as JSON.
import { readFile } from "node:fs/promises";
import net from "node:net";
import OpenAI from "openai";
import { OpenAIRealtimeWS } from "openai/realtime/ws";

const FRAME_BYTES = 160;
const INSTRUCTIONS = `You are the receptionist of a bicycle shop.
# Questions
- name: May I have your name?`;

const client = new OpenAI();
// The client always speaks of wss://; a stand-in on this machine has no certificate.
const session = new OpenAIRealtimeWS(
  {
    model: "gpt-realtime-2.1",
    options: { createConnection: ({ host, port }) => net.connect({ host, port: Number(port) }) },
  },
  client,
);

const events = [];
const waiting = [];
session.on("event", (event) => {
  events.push(event);
  const index = waiting.findIndex(({ type }) => type === event.type);
  if (index >= 0) waiting.splice(index, 1)[0].resolve(event);
});
session.on("error", (error) => {
  console.error(error);
  process.exit(1);
});

/** The next event of this type. */
function next(type) {
  return new Promise((resolve) => waiting.push({ type, resolve }));
}

/** Says what a file holds, and gives the answer's end. */
async function say(file) {
  const sound = await readFile(file);
  const answered = next("response.done");
  for (let at = 0; at < sound.length; at += FRAME_BYTES) {
    const audio = sound.subarray(at, at + FRAME_BYTES).toString("base64");
    session.send({ type: "input_audio_buffer.append", audio });
  }
  return (await answered).response;
}

await next("session.created");
const updated = next("session.updated");
session.send({
  type: "session.update",
  session: {
    type: "realtime",
    instructions: INSTRUCTIONS,
    output_modalities: ["audio"],
    audio: {
      input: {
        format: { type: "audio/pcmu" },
        transcription: { model: "gpt-transcribe" },
        turn_detection: { type: "server_vad", threshold: 0.5, prefix_padding_ms: 300, silence_duration_ms: 500 },
      },
      output: { format: { type: "audio/pcmu" }, voice: "marin" },
    },
    tools: [
      {
        type: "function",
        name: "book_repair",
        description: "Books the repair of a bicycle.",
        parameters: {
          type: "object",
          additionalProperties: false,
          properties: {
            name: { type: "string", description: "The caller's name" },
            when: { type: "string", description: "When the caller wants to come" },
          },
          required: ["name", "when"],
        },
      },
    ],
  },
});
await updated;

let last;
for (const file of process.argv.slice(2)) last = await say(file);

const call = last.output.find((item) => item.type === "function_call");
const answered = next("response.done");
session.send({
  type: "conversation.item.create",
  item: { type: "function_call_output", call_id: call.call_id, output: '{"ok":true,"say":"Booked for five."}' },
});
session.send({ type: "response.create" });
await answered;

const closed = new Promise((resolve) => session.socket.once("close", resolve));
session.close();
await closed;
console.log(JSON.stringify({ call, events }));
