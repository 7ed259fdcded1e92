import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { Standing } from "@/components/fair-hours/standing";
import { WeightsTable } from "@/components/fair-hours/weights-table";
import { getLocale, requireActor } from "@/lib/auth/current";
import { LAST_YEAR } from "@/lib/fair-hours/holidays";
import { getLedger } from "@/lib/fair-hours/view";
import { translator } from "@/lib/i18n/translator";
import { formatPartialDate } from "@/lib/time/format";
import { dateIn } from "@/lib/time/wall";

const COUNTED = ["window", "required", "cancelled", "joined", "reckoned"] as const;
const STEPS = ["limits", "guard", "leximax", "ties"] as const;
const PAPERS = ["perpetual", "proportional"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), "fairHours")("title") };
}

export default async function Page() {
  const actor = await requireActor("/sessions/fair-hours");
  const [ledger, locale] = await Promise.all([getLedger(actor), getLocale()]);
  if (!ledger) notFound();
  const t = translator(locale, "fairHours");
  const from = formatPartialDate(dateIn(ledger.from, "UTC"), locale);
  return (
    <>
      <div className="opening">
        <div className="left stack">
          <h1>{t("title")}</h1>
          <p className="lead">{t("lead")}</p>
          <p className="actions">
            <Link href="/sessions">{t("back")}</Link>
          </p>
        </div>
      </div>
      <section className="band" aria-labelledby="standing">
        <header className="hung">
          <h2 id="standing">{t("standing.title")}</h2>
          <p>{t("standing.note")}</p>
        </header>
        <div className="matter">
          {ledger.begun + ledger.ahead > 0 ? (
            <Standing ledger={ledger} locale={locale} />
          ) : (
            <p>{t("standing.empty")}</p>
          )}
        </div>
      </section>
      <section className="band" aria-labelledby="points">
        <header className="hung">
          <h2 id="points">{t("weights.title")}</h2>
          <p>{t("weights.note")}</p>
        </header>
        <div className="text">
          <WeightsTable locale={locale} />
        </div>
      </section>
      <section className="band" aria-labelledby="counted">
        <h2 className="hung" id="counted">
          {t("counted.title")}
        </h2>
        <ul className="text stack">
          {COUNTED.map((one) => (
            <li key={one}>{t(`counted.${one}`, { from })}</li>
          ))}
        </ul>
      </section>
      <section className="band" aria-labelledby="chosen">
        <header className="hung">
          <h2 id="chosen">{t("chosen.title")}</h2>
          <p>{t("chosen.note")}</p>
        </header>
        <ol className="text stack">
          {STEPS.map((step) => (
            <li key={step}>{t(`chosen.${step}`)}</li>
          ))}
        </ol>
      </section>
      <section className="band sources" aria-labelledby="sources">
        <h2 className="hung" id="sources">
          {t("sources.title")}
        </h2>
        <ul className="text stack">
          {PAPERS.map((paper) => (
            <li key={paper} lang="en">
              {t(`sources.${paper}`)}
            </li>
          ))}
          <li>{t("sources.holidays", { until: `${LAST_YEAR}` })}</li>
        </ul>
      </section>
    </>
  );
}
