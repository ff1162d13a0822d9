import type { FromLine, ToLine } from "./line-messages";
// A file of its own: the content security policy knows no `blob:`.
import worklet from "./line.worklet.ts?worker&url";

/** Why there is no microphone. */
export type NoMicrophone = "insecure" | "refused" | "missing" | "busy";

export class MicrophoneProblem extends Error {
  constructor(readonly reason: NoMicrophone) {
    super(`no microphone: ${reason}`);
  }
}

/** This computer's sound, as a telephone. */
export interface Line {
  tell: (order: ToLine) => void;
  /** How long it takes from the sound card to the ear, in milliseconds. */
  delayMs: () => number;
  close: () => void;
}

/**
 * Opens the sound card, and the microphone if it is wanted.
 *
 * Throws MicrophoneProblem when there is none.
 */
export async function openLine(
  withMicrophone: boolean,
  listener: (message: FromLine) => void,
): Promise<Line> {
  if (!window.isSecureContext) {
    throw new MicrophoneProblem("insecure"); // which takes the sound card's worklets away as well
  }
  const microphone = withMicrophone ? await openMicrophone() : undefined;
  const context = new AudioContext({ latencyHint: "interactive" });
  const close = () => {
    microphone?.getTracks().forEach((track) => track.stop());
    void context.close();
  };
  try {
    await context.audioWorklet.addModule(worklet);
    const node = new AudioWorkletNode(context, "line", {
      numberOfInputs: 1,
      numberOfOutputs: 1,
      outputChannelCount: [1],
      channelCount: 1,
      channelCountMode: "explicit",
    });
    node.port.onmessage = ({ data }: MessageEvent<FromLine>) => listener(data);
    node.connect(context.destination);
    if (microphone !== undefined) {
      context.createMediaStreamSource(microphone).connect(node);
    }
    await context.resume();
    const tell = (order: ToLine) => node.port.postMessage(order);
    return {
      tell,
      delayMs: () => 1000 * (context.baseLatency + (context.outputLatency || 0)),
      close: () => {
        tell({ type: "end" });
        close();
      },
    };
  } catch (failure) {
    close();
    throw failure;
  }
}

async function openMicrophone(): Promise<MediaStream> {
  try {
    return await navigator.mediaDevices.getUserMedia({
      audio: {
        channelCount: 1,
        echoCancellation: true,
        noiseSuppression: true,
        autoGainControl: true,
      },
    });
  } catch (failure) {
    throw new MicrophoneProblem(reasonOf(failure));
  }
}

/** Source: https://developer.mozilla.org/docs/Web/API/MediaDevices/getUserMedia#exceptions */
function reasonOf(failure: unknown): NoMicrophone {
  switch (failure instanceof DOMException ? failure.name : "") {
    case "NotAllowedError":
    case "SecurityError":
      return "refused";
    case "NotReadableError":
    case "AbortError":
      return "busy";
    default:
      return "missing";
  }
}
