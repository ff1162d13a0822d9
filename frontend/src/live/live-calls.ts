import type { Call, LiveEvent, Caption, ToolAtWork, Turn } from "./events";

/** A call as it is at this moment. Replaced when something changes, never changed. */
export interface LiveCall {
  call: Call;
  turns: readonly Turn[];
  /** What is being said: not in the transcript yet. */
  partials: readonly Caption[];
  tool: ToolAtWork | null;
  over: boolean;
}

/** How many calls that are over are still shown. */
const KEPT = 5;

/**
 * The calls that go on, and those that ended while this page was open. Whoever watches one call is disturbed by no
 * other; however much happens, listeners hear of it once a frame.
 */
export class LiveCalls {
  #calls = new Map<string, LiveCall>();
  #going: readonly string[] = [];
  #ended: readonly string[] = [];
  #known = false;
  #connected = false;
  #told = true;
  readonly #listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  /** The ids of the calls that go on, newest first. */
  readonly going = () => this.#going;

  /** The ids of the last calls that ended, newest first. */
  readonly ended = () => this.#ended;

  /** Whether it was told which calls go on. */
  readonly isKnown = () => this.#known;

  readonly isConnected = () => this.#connected;

  readonly one = (id: string) => this.#calls.get(id);

  /** The call that Twilio knows by that SID. */
  readonly bySid = (sid: string) =>
    [...this.#calls.values()].find(({ call }) => call.call_sid === sid);

  /** The connection is lost: what happens is not told until the next snapshot. */
  lost() {
    this.#connected = false;
    this.#tell();
  }

  /** As before the first connection. */
  reset() {
    this.#calls = new Map();
    this.#known = false;
    this.#connected = false;
    this.#sort();
    this.#tell();
  }

  take(event: LiveEvent) {
    switch (event.type) {
      case "live.snapshot":
        this.#snapshot(event.data.calls);
        break;
      case "call.started":
      case "call.updated":
      case "call.ended":
      case "call.analyzed":
        this.#call(event.data);
        break;
      case "turn.partial":
        this.#change(event.data.call_id, (now) => withPartial(now, event.data));
        break;
      case "turn.final":
        this.#change(event.data.call_id, (now) => withTurn(now, event.data));
        break;
      case "tool.started": {
        const tool = { name: event.data.name, started_at: event.at };
        this.#change(event.data.call_id, (now) => ({ ...now, tool }));
        break;
      }
      case "tool.finished":
        this.#change(event.data.call_id, (now) => ({ ...now, tool: null }));
        break;
      default:
        return;
    }
    this.#tell();
  }

  #snapshot(calls: Extract<LiveEvent, { type: "live.snapshot" }>["data"]["calls"]) {
    const before = this.#calls;
    this.#calls = new Map(
      calls.map(({ turns, partial, tool, ...call }) => [
        call.id,
        { call, turns, partials: partial === null ? [] : [partial], tool, over: false },
      ]),
    );
    // What ended while nobody was told has left the snapshot.
    before.forEach((known, id) => {
      if (!this.#calls.has(id)) {
        this.#calls.set(id, over(known));
      }
    });
    this.#known = true;
    this.#connected = true;
    this.#sort();
  }

  #call(call: Call) {
    const known = this.#calls.get(call.id);
    if (known === undefined && isOver(call)) {
      return;
    }
    const next = { ...(known ?? { turns: [], partials: [], tool: null, over: false }), call };
    this.#calls.set(call.id, isOver(call) ? over(next) : next);
    this.#sort();
  }

  #change(id: string, change: (now: LiveCall) => LiveCall) {
    const now = this.#calls.get(id);
    if (now !== undefined) {
      this.#calls.set(id, change(now));
    }
  }

  #sort() {
    const all = [...this.#calls.values()].sort((a, b) =>
      b.call.started_at.localeCompare(a.call.started_at),
    );
    const ids = (of: LiveCall[]) => of.map(({ call }) => call.id);
    this.#going = kept(this.#going, ids(all.filter((call) => !call.over)));
    const ended = all.filter((call) => call.over);
    ended.slice(KEPT).forEach(({ call }) => this.#calls.delete(call.id));
    this.#ended = kept(this.#ended, ids(ended.slice(0, KEPT)));
  }

  #tell() {
    if (!this.#told) {
      return;
    }
    this.#told = false;
    // A hidden page has no frames.
    const soon = document.hidden ? setTimeout : requestAnimationFrame;
    soon(() => {
      this.#told = true;
      this.#listeners.forEach((listener) => {
        listener();
      });
    });
  }
}

export const liveCalls = new LiveCalls();

function isOver(call: Call): boolean {
  return call.ended_at != null || !["queued", "ringing", "in_progress"].includes(call.state);
}

function over(call: LiveCall): LiveCall {
  return { ...call, over: true, tool: null, partials: [] };
}

function withPartial(now: LiveCall, { index, speaker, text }: Caption): LiveCall {
  const nothing = speaker === "system" && text === "";
  const isOld = now.turns.some((turn) => turn.index >= index);
  const others = now.partials.filter((partial) => partial.index !== index);
  const partials = nothing || isOld ? others : [...others, { index, speaker, text }];
  return { ...now, partials: partials.sort((a, b) => a.index - b.index) };
}

function withTurn(now: LiveCall, turn: Turn): LiveCall {
  const others = now.turns.filter(({ index }) => index !== turn.index);
  return {
    ...now,
    turns: [...others, turn].sort((a, b) => a.index - b.index),
    partials: now.partials.filter(({ index }) => index > turn.index),
  };
}

/** The same list if nothing has changed in it. */
function kept(before: readonly string[], after: readonly string[]): readonly string[] {
  return before.length === after.length && before.every((id, i) => id === after[i])
    ? before
    : after;
}
