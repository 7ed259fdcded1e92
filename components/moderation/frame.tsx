import Link from "next/link";
import type { Locale } from "@/lib/i18n/locales";
import { placeOf } from "@/lib/moderation/paths";
import type { Judged } from "@/lib/moderation/types";
import { JudgedComment } from "./judged-comment";

interface Props {
  judged: Judged;
  title: string;
  lead: string;
  zone: string;
  locale: Locale;
  /** What stands under the comment. */
  children: React.ReactNode;
}

/** A page about one comment or question: where it stands, what one decides, the words. */
export function Frame({ judged, title, lead, zone, locale, children }: Props) {
  const { thing } = judged;
  return (
    <div className="opening">
      <div className="left stack loose">
        <p className="kicker">
          <Link href={placeOf(judged)} lang={thing.language === locale ? undefined : thing.language}>
            {thing.title}
          </Link>
        </p>
        <h1>{title}</h1>
        <p className="lead">{lead}</p>
        <JudgedComment judged={judged} zone={zone} locale={locale} />
        {children}
      </div>
    </div>
  );
}
