import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { CaseRow } from "@/components/moderation/case-row";
import { DecisionRow } from "@/components/moderation/decision-row";
import { Done } from "@/components/people/done";
import { getLocale, requireActor } from "@/lib/auth/current";
import { translator } from "@/lib/i18n/translator";
import { listCases, listDecisions } from "@/lib/moderation/queries";

const DONE = ["hidden", "kept", "restored", "confirmed"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), "moderation")("title") };
}

export default async function Page({ searchParams }: PageProps<"/reports">) {
  const actor = await requireActor("/reports");
  const [locale, query] = await Promise.all([getLocale(), searchParams]);
  const [open, past] = await Promise.all([listCases(actor), listDecisions(actor, query.before)]);
  if (!open) notFound();
  const t = translator(locale, "moderation");
  const done = DONE.find((one) => one === query.done);
  const { zone } = actor;
  return (
    <>
      <div className="opening">
        <div className="left stack">
          <h1>{t("title")}</h1>
          <p className="lead">{t("lead")}</p>
          <p>{t("who")}</p>
        </div>
      </div>
      <section className="band" aria-labelledby="open">
        <header className="hung">
          <h2 id="open">{t("open")}</h2>
          <p>{t("openNote")}</p>
        </header>
        <div className="text stack">
          {done && <Done>{t(`done.${done}`, { kind: query.of === "ask" ? "ask" : "comment" })}</Done>}
          {open.cases.length === 0 && <p>{t("openEmpty")}</p>}
          <ul className="rows dated">
            {open.cases.map((one) => (
              <CaseRow one={one} zone={zone} locale={locale} key={one.id} />
            ))}
          </ul>
          {open.more && <p className="small muted">{t("openMore")}</p>}
        </div>
      </section>
      <section className="band" aria-labelledby="decided">
        <header className="hung">
          <h2 id="decided">{t("decided")}</h2>
          <p>{t("decidedNote")}</p>
        </header>
        <div className="text stack">
          {past.decisions.length === 0 && <p>{t("decidedEmpty")}</p>}
          <ul className="rows dated">
            {past.decisions.map((decision) => (
              <DecisionRow
                decision={decision}
                zone={zone}
                locale={locale}
                key={`${decision.judged.id} ${decision.what} ${decision.at.getTime()}`}
              />
            ))}
          </ul>
          {(past.before || query.before) && (
            <p className="actions">
              {past.before && <Link href={`/reports?before=${past.before}#decided`}>{t("older")}</Link>}
              {query.before && <Link href="/reports#decided">{t("newest")}</Link>}
            </p>
          )}
        </div>
      </section>
    </>
  );
}
