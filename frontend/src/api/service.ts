import { language } from "@/i18n/language";
import { ServiceUnreachable } from "./problem";

/** Sends a request and waits for the answer. */
export type Send = (request: Request) => Promise<Response>;

/** Whether the service answers; asked again and again while it does not. */
class Service {
  #down = false;
  readonly #listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  readonly isDown = () => this.#down;

  /**
   * Like `fetch`, in the language of the page.
   * @param by how it is sent, where that is not as usual
   * @throws ServiceUnreachable if nobody answers
   */
  async fetch(request: Request, by: Send = fetch): Promise<Response> {
    request.headers.set("Accept-Language", language());
    try {
      const response = await by(request);
      if (response.status === 502 || response.status === 504) {
        throw new ServiceUnreachable(`The service's proxy answered ${response.status}.`);
      }
      return response;
    } catch (failure) {
      if (request.signal.aborted) {
        throw failure;
      }
      this.#lost();
      throw failure instanceof ServiceUnreachable
        ? failure
        : new ServiceUnreachable("The service does not answer.", { cause: failure });
    }
  }

  /** Waits until the service answers; asks it if it was not known to be away. */
  async back(): Promise<void> {
    if (!this.#down) {
      await this.fetch(liveness()).catch(() => undefined);
    }
    if (this.#down) {
      await new Promise<void>((answered) => {
        const stop = this.subscribe(() => {
          stop();
          answered();
        });
      });
    }
  }

  #lost() {
    if (!this.#down) {
      this.#set(true);
      this.#ask(1000);
    }
  }

  #ask(afterMs: number) {
    setTimeout(() => {
      fetch(liveness()).then(
        (answer) => {
          if (answer.ok) {
            this.#set(false);
          } else {
            this.#ask(Math.min(afterMs * 1.5, 10_000));
          }
        },
        () => {
          this.#ask(Math.min(afterMs * 1.5, 10_000));
        },
      );
    }, afterMs);
  }

  #set(down: boolean) {
    this.#down = down;
    this.#listeners.forEach((listener) => {
      listener();
    });
  }
}

function liveness(): Request {
  return new Request(new URL("/health/liveness", window.location.origin), { cache: "no-store" });
}

export const service = new Service();
