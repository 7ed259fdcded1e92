import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { ChangeForm } from "@/components/commitments/change-form";
import { standing } from "@/components/commitments/commitment-row";
import { History } from "@/components/commitments/history";
import { ReportForm } from "@/components/commitments/report-form";
import { Done } from "@/components/people/done";
import { Linked } from "@/components/ui/linked";
import { City } from "@/components/ui/plate";
import { getLocale, requireActor } from "@/lib/auth/current";
import { getCommitment } from "@/lib/commitments/queries";
import { translator } from "@/lib/i18n/translator";
import { newId } from "@/lib/ids";
import { markSeen } from "@/lib/inbox/mutations";
import { cityName } from "@/lib/sessions/city-name";
import { formatPartialDate } from "@/lib/time/format";

export async function generateMetadata({ params }: PageProps<"/commitments/[id]">): Promise<Metadata> {
  const { id } = await params;
  const actor = await requireActor(`/commitments/${id}`);
  const commitment = await getCommitment(actor, id);
  return commitment ? { title: commitment.what } : {};
}

export default async function Page({ params, searchParams }: PageProps<"/commitments/[id]">) {
  const { id } = await params;
  const actor = await requireActor(`/commitments/${id}`);
  const [commitment, locale, { done }] = await Promise.all([getCommitment(actor, id), getLocale(), searchParams]);
  if (!commitment) notFound();
  await markSeen(actor, { commitmentId: commitment.id });
  const t = translator(locale, "commitments");
  const { city, person, madeIn, writeUp, evidence, carried, abilities, closedAt } = commitment;
  const other = (language: string) => (language === locale ? undefined : language);
  return (
    <>
      <div className="opening">
        <div className="left stack">
          <p className="kicker">
            <City city={{ ...city, name: cityName(city, locale) }} />
            <span className={commitment.daysLate > 0 ? "due" : undefined}>{standing(commitment, locale)}</span>
          </p>
          <h1 lang={other(commitment.language)}>{commitment.what}</h1>
          <p className="lead">{t("by", { day: formatPartialDate(commitment.dueOn, locale) })}</p>
          {done === "reported" && <Done>{t("reported")}</Done>}
          {done === "changed" && <Done>{t("changed")}</Done>}
        </div>
        <div className="right stack">
          <p>{person ? t("does", { name: person.name }) : t("cityDoes", { city: cityName(city, locale) })}</p>
          {madeIn && (
            <p>
              {t("madeIn")}{" "}
              <Link href={`/sessions/${madeIn.id}`} lang={other(madeIn.language)}>
                {madeIn.title}
              </Link>
            </p>
          )}
          {carried > 0 && <p>{t("carried", { count: carried })}</p>}
          {writeUp && (
            <p>
              {t("about")}{" "}
              <Link href={`/write-ups/${writeUp.id}`} lang={other(writeUp.language)}>
                {writeUp.title}
              </Link>
            </p>
          )}
        </div>
      </div>
      {abilities.update && (
        <section className="band" aria-labelledby="report">
          <header className="hung">
            <h2 id="report">{t("reportTitle")}</h2>
            <p>{t("reportNote")}</p>
          </header>
          <div className="text">
            <ReportForm commitment={commitment} formKey={newId()} locale={locale} />
          </div>
        </section>
      )}
      {evidence && (
        <section className="band light" aria-labelledby="evidence">
          <h2 className="hung" id="evidence">
            {t("evidence")}
          </h2>
          <div className="text">
            <Linked text={evidence} />
          </div>
        </section>
      )}
      <section className="band light" aria-labelledby="history">
        <h2 className="hung" id="history">
          {t("history")}
        </h2>
        <div className="text">
          <History commitment={commitment} zone={actor.zone} locale={locale} />
        </div>
      </section>
      {abilities.update && !closedAt && (
        <section className="band light" aria-labelledby="change">
          <header className="hung">
            <h2 id="change">{t("changeTitle")}</h2>
            <p>{t("changeNote")}</p>
          </header>
          <div className="text">
            <ChangeForm commitment={commitment} locale={locale} key={commitment.version} />
          </div>
        </section>
      )}
    </>
  );
}
