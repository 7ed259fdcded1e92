import Link from "next/link";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { OverviewDay, OverviewLine } from "@/lib/sessions/overview-types";
import { SessionList } from "./session-list";
import { Drafts, Polls } from "./undated";

interface Props {
  /** Null on the further pages of what was. */
  coming: { days: OverviewDay[]; polls: OverviewLine[]; drafts: OverviewLine[] } | null;
  past: { days: OverviewDay[]; more: boolean; oldest: string | null };
  q: string;
  mayBegin: boolean;
  zone: string;
  locale: Locale;
}

/** What waits for a vote, what is not announced, what comes, what was. */
export function DayView({ coming, past, q, mayBegin, zone, locale }: Props) {
  const t = translator(locale, "sessions");
  const o = translator(locale, "overview");
  const nothing = q !== "" && past.days.length === 0 && coming && isEmpty(coming);
  return (
    <>
      {q !== "" && (
        <div className="on-now under">
          <span className="words">{o(nothing ? "foundNothing" : "found", { q })}</span>
          <Link className="chip" href="/sessions">
            {o("all")}
          </Link>
        </div>
      )}
      {coming && coming.polls.length > 0 && (
        <section className="band" aria-labelledby="votes">
          <h2 className="hung" id="votes">
            {o("votes")}
          </h2>
          <div className="text">
            <Polls lines={coming.polls} zone={zone} locale={locale} />
          </div>
        </section>
      )}
      {coming && coming.drafts.length > 0 && (
        <section className="band" aria-labelledby="drafts">
          <div className="hung">
            <h2 id="drafts">{o("drafts")}</h2>
            <p>{o("draftsNote")}</p>
          </div>
          <div className="text">
            <Drafts lines={coming.drafts} zone={zone} locale={locale} />
          </div>
        </section>
      )}
      {coming && (q === "" || coming.days.length > 0) && (
        <section className="band" aria-labelledby="coming">
          <h2 className="hung" id="coming">
            {t("coming")}
          </h2>
          <div className="text stack">
            {coming.days.length > 0 ? (
              <SessionList days={coming.days} zone={zone} locale={locale} />
            ) : (
              <>
                <p>{t("comingEmpty")}</p>
                <p className="muted">{t(mayBegin ? "comingEmptyBegin" : "comingEmptyWait")}</p>
              </>
            )}
          </div>
        </section>
      )}
      {(q === "" || past.days.length > 0) && (
        <section className="band" aria-labelledby="past">
          <h2 className="hung" id="past">
            {t("past")}
          </h2>
          <div className="text">
            {past.days.length > 0 ? (
              <SessionList days={past.days} zone={zone} locale={locale} />
            ) : (
              <p>{t("pastEmpty")}</p>
            )}
          </div>
          <Pages past={past} first={coming !== null} q={q} locale={locale} />
        </section>
      )}
    </>
  );
}

function Pages({ past, first, q, locale }: { past: Props["past"]; first: boolean; q: string; locale: Locale }) {
  const ui = translator(locale, "ui");
  if (first && !past.more) return null;
  const searched = q === "" ? "" : `q=${encodeURIComponent(q)}`;
  return (
    <p className="matter actions">
      {!first && <Link href={`/sessions${searched && `?${searched}`}#past`}>{ui("newer")}</Link>}
      {past.more && (
        <Link href={`/sessions?${[searched, `before=${past.oldest}`].filter(Boolean).join("&")}#past`}>
          {ui("older")}
        </Link>
      )}
    </p>
  );
}

function isEmpty({ days, polls, drafts }: NonNullable<Props["coming"]>): boolean {
  return days.length + polls.length + drafts.length === 0;
}
