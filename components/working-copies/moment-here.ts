/** In the language of the page and the clock of this device: the moment may have been here only, without the server. */
export function momentHere(at: Date): string {
  const { lang } = document.documentElement;
  return at.toLocaleString(lang === "en" ? "en-IE" : lang, { dateStyle: "long", timeStyle: "short" });
}
