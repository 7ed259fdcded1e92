import Link from "next/link";
import { thingPath } from "@/lib/follows/path";
import type { Followed } from "@/lib/follows/types";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { FollowForm } from "./follow-form";

/** What somebody follows and has muted, each with the way back: a band of the settings. Nothing without any. */
export function FollowList({ follows, locale }: { follows: Followed[]; locale: Locale }) {
  const t = translator(locale, "follows");
  if (follows.length === 0) return null;
  return (
    <section className="band" aria-labelledby="follows">
      <header className="hung">
        <h2 id="follows">{t("listTitle")}</h2>
        <p>{t("listNote")}</p>
      </header>
      <ul className="text stack">
        {follows.map(({ thing, title, follow }) => (
          <li key={thingPath(thing)}>
            <Link href={thingPath(thing)} lang={title.language} dir="auto">
              {title.text}
            </Link>
            <FollowForm thing={thing} follow={follow} name={title.text} locale={locale} />
          </li>
        ))}
      </ul>
    </section>
  );
}
