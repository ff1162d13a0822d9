import { connect, createServer, type AddressInfo, type Server, type Socket } from "node:net";

/**
 * The network between a browser and the service: bytes go through until it is cut, sockets that were open with them.
 * Nobody in the browser can tell it from a service that is gone.
 */
export class Line {
  readonly #open = new Set<Socket>();
  #cut = false;

  private constructor(
    readonly url: string,
    private readonly server: Server,
  ) {}

  static async to(service: string): Promise<Line> {
    const { hostname, port } = new URL(service);
    const server = createServer();
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    const line = new Line(`http://localhost:${(server.address() as AddressInfo).port}`, server);
    server.on("connection", (near) => {
      line.#through(near, () => connect({ host: hostname, port: Number(port) }));
    });
    return line;
  }

  /** From now on nobody answers. */
  cut() {
    this.#cut = true;
    this.#hangUp();
  }

  mend() {
    this.#cut = false;
  }

  /** Ends what is open, as a router does that restarts; what comes next goes through. */
  drop() {
    this.#hangUp();
  }

  close(): Promise<void> {
    this.#hangUp();
    return new Promise((closed) => this.server.close(() => closed()));
  }

  #through(near: Socket, reach: () => Socket) {
    if (this.#cut) {
      near.destroy();
      return;
    }
    const far = reach();
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.#open.add(one);
      one.on("error", () => other.destroy());
      one.on("close", () => {
        this.#open.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  }

  #hangUp() {
    this.#open.forEach((socket) => socket.destroy());
  }
}
