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
