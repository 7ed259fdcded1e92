import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { NewsItem } from "@/lib/inbox/types";

const UNDO = { done: "back", back: "done", mute: "hear", hear: "mute" } as const;
export type Did = keyof typeof UNDO;

export function isDid(value: unknown): value is Did {
  return typeof value === "string" && Object.hasOwn(UNDO, value);
}

/** What was just done with a thing, and the way back. Stands in the form of the list. */
export function DidNote({ did, item, locale }: { did: Did; item: NewsItem; locale: Locale }) {
  const t = translator(locale, "inbox");
  return (
    <div className="over">
      <p className="saved done" role="status">
        <span>
          {t(`did.${did}`)}{" "}
          <b lang={item.titleLanguage} dir="auto">
            {item.title}
          </b>
        </span>
      </p>
      {/* The button that was pressed has gone with its row: whoever works with the keyboard goes on here. */}
      {/* biome-ignore lint/a11y/noAutofocus: it follows what the person has just done */}
      <button key={`${did} ${item.id}`} className="act" name={UNDO[did]} value={item.id} autoFocus>
        {t("undo")}
      </button>
    </div>
  );
}
