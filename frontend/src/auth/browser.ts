const KEY = "frontdesk-signed-in";

/** Whether somebody was signed in here: only then is it worth asking for a new token. */
export const remembered = {
  get(): boolean {
    try {
      return localStorage.getItem(KEY) !== null;
    } catch {
      return true;
    }
  },
  set(signedIn: boolean) {
    try {
      if (signedIn) {
        localStorage.setItem(KEY, "1");
      } else {
        localStorage.removeItem(KEY);
      }
    } catch {
      // Storage is switched off: the cookie alone decides.
    }
  },
};

/** Runs `work` while no other tab runs work of this name. */
export async function exclusively<T>(name: string, work: () => Promise<T>): Promise<T> {
  // Missing where the page is not in a secure context.
  const locks = navigator.locks as LockManager | undefined;
  return locks === undefined ? work() : await locks.request(name, work);
}

declare global {
  interface Window {
    /** A new token that public/opening.js has asked for before this app was there. */
    frontdeskRenewal?: Promise<Response>;
  }
}

/** The answer to a renewal that is under way since the page was opened, once; undefined where there is none. */
export async function earlyRenewal(): Promise<Response | undefined> {
  const answer = window.frontdeskRenewal;
  delete window.frontdeskRenewal;
  try {
    const response = await answer;
    return response?.ok === true || response?.status === 401 ? response : undefined;
  } catch {
    return undefined; // Asked again by whoever says so when nobody answers.
  }
}
