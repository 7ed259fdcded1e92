import "server-only";
import type { Machine, MachineOptions } from "./provider";
import { ask, batches, texts } from "./request";

const NAMES: Record<string, string> = { fil: "TL", "fr-CA": "FR", "es-MX": "ES" };
/** A target names the variety that a source must not. */
const TARGETS: Record<string, string> = { en: "EN-GB", "pt-BR": "PT-BR", "zh-Hant": "ZH-HANT", "es-MX": "ES-419" };

/** https://developers.deepl.com/docs: POST /v2/translate */
export function deepL({ url, key, timeout }: MachineOptions): Machine {
  const address = new URL("v2/translate", url.href.endsWith("/") ? url : `${url.href}/`);
  const source = (language: string) => NAMES[language] ?? (language.split("-")[0] ?? language).toUpperCase();
  const headers = { authorization: `DeepL-Auth-Key ${key}` };
  return {
    name: "DeepL",
    async translate(all, from, to) {
      const translated: string[] = [];
      for (const text of batches(all)) {
        const body = {
          text,
          source_lang: source(from),
          target_lang: TARGETS[to] ?? source(to),
          tag_handling: "html",
        };
        const answer = (await ask(address, body, { headers, timeout })) as { translations?: unknown } | null;
        const found = Array.isArray(answer?.translations) ? answer.translations.map((one) => one?.text) : null;
        translated.push(...texts(found, text.length));
      }
      return translated;
    },
  };
}
