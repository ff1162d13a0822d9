/** What the page tells the worklet that carries a call's sound. */
export type ToLine =
  /** Plays this after what waits; `silent` takes its time and is not heard. */
  | { type: "play"; ulaw: Uint8Array; silent: boolean }
  | { type: "mark"; name: string }
  | { type: "clear" }
  /** Says this in place of the microphone. */
  | { type: "say"; ulaw: Uint8Array }
  /** Whether the microphone is on the line. */
  | { type: "open"; open: boolean }
  | { type: "end" };

/** What the worklet tells the page. */
export type FromLine =
  /** 20 ms are due. `level`: how loud the microphone is, 0 to 1. */
  | { type: "frame"; ulaw: Uint8Array; level: number }
  /** What stands before the mark was given to the sound card; `last` if it ran out there. */
  | { type: "played"; mark: string; last: boolean }
  | { type: "cleared"; marks: string[] };
