import { Done } from "@/components/people/done";
import type { Commitment } from "@/lib/commitments/types";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { CommitmentList } from "./commitment-list";
import { MakeForm } from "./make-form";

interface Props {
  sessionId: string;
  /** What comes back from earlier sessions. */
  carried: Commitment[];
  /** What was taken on in this one. */
  made: Commitment[];
  cities: Commitment["city"][];
  own: boolean;
  /** Nobody promises anything in a session that is cancelled. */
  open: boolean;
  /** The one that was just written down. */
  done: boolean;
  formKey: string;
  locale: Locale;
}

/** What comes back in a session, and what is taken on in it. */
export function SessionCommitments({ carried, made, open, done, ...rest }: Props) {
  const { cities, locale } = rest;
  const t = translator(locale, "commitments");
  const may = open && cities.length > 0;
  return (
    <>
      {carried.length > 0 && (
        <section className="band" aria-labelledby="carried">
          <header className="hung">
            <h2 id="carried">{t("carriedTitle")}</h2>
            <p>{t("carriedNote")}</p>
          </header>
          <CommitmentList items={carried} className="text" locale={locale} />
        </section>
      )}
      {(made.length > 0 || may) && (
        <section className="band" aria-labelledby="commitments">
          <header className="hung">
            <h2 id="commitments">{t("madeTitle")}</h2>
            <p>{t("madeNote")}</p>
          </header>
          <div className="text stack">
            {done && <Done>{t("made")}</Done>}
            {made.length > 0 ? <CommitmentList items={made} locale={locale} /> : <p>{t("madeEmpty")}</p>}
            {may && (
              <details>
                <summary>{t("add")}</summary>
                <MakeForm {...rest} />
              </details>
            )}
          </div>
        </section>
      )}
    </>
  );
}
