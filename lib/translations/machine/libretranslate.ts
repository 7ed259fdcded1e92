import "server-only";
import type { Machine, MachineOptions } from "./provider";
import { ask, batches, texts } from "./request";

/** Its names for languages, where they are not ours. */
const NAMES: Record<string, string> = { fil: "tl", "fr-CA": "fr", "es-MX": "es" };

/** https://docs.libretranslate.com: POST /translate */
export function libreTranslate({ url, key, timeout }: MachineOptions): Machine {
  const address = new URL("translate", url.href.endsWith("/") ? url : `${url.href}/`);
  const name = (language: string) => NAMES[language] ?? language;
  return {
    name: "LibreTranslate",
    async translate(all, from, to) {
      const translated: string[] = [];
      for (const q of batches(all)) {
        const body = {
          q,
          source: name(from),
          target: name(to),
          format: "html",
          ...(key === null ? {} : { api_key: key }),
        };
        const answer = (await ask(address, body, { timeout })) as { translatedText?: unknown } | null;
        translated.push(...texts(answer?.translatedText, q.length));
      }
      return translated;
    },
  };
}
