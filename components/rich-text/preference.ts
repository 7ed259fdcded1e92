const KEY = "text";

/** Whether this person would rather write without the editor, on this device. */
export function prefersPlain(): boolean {
  try {
    return localStorage.getItem(KEY) === "plain";
  } catch {
    return false;
  }
}

export function rememberPlain(plain: boolean): void {
  try {
    if (plain) localStorage.setItem(KEY, "plain");
    else localStorage.removeItem(KEY);
  } catch {
    // A browser that keeps nothing asks again.
  }
}
