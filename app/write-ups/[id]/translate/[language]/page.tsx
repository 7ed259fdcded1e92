import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { FillForm } from "@/components/translations/fill-form";
import { PartList } from "@/components/translations/part-list";
import { partName } from "@/components/translations/part-name";
import { Status, type StatusQuery } from "@/components/translations/status";
import { languageIn } from "@/lib/i18n/languages";
import { translator } from "@/lib/i18n/translator";
import { nextPart } from "@/lib/translations/parts";
import { load } from "./load";

interface Props {
  params: Promise<{ id: string; language: string }>;
  searchParams: Promise<StatusQuery>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id, language } = await params;
  const found = await load(id, language);
  if (!found) return {};
  const { writeUp, locale } = found;
  const t = translator(locale, "translations");
  return { title: `${t("into", { language: languageIn(language, locale) })}: ${writeUp.original.title}` };
}

export default async function TranslateInto({ params, searchParams }: Props) {
  const [{ id, language }, query] = await Promise.all([params, searchParams]);
  const found = await load(id, language);
  if (!found) notFound();
  const { writeUp, translation, locale } = found;
  const t = translator(locale, "translations");
  const { parts, begun, machine } = translation;
  const next = nextPart(parts);
  const done = query.saved !== undefined || query.filled !== undefined;
  const behind = parts.filter(({ state }) => state === "behind").length;
  const open = parts.some(({ state }) => state === "not-started" || state === "in-progress");
  return (
    <div className="opening writing">
      <PartList writeUp={writeUp} translation={translation} open={!done} locale={locale} />
      <div className="task stack loose">
        <h1>{t("into", { language: languageIn(language, locale) })}</h1>
        <Status query={query} parts={parts} locale={locale} />
        <p className="lead">
          {begun ? t("behind", { behind }) : t("notBegun")} {next === null && t("allDone")}
        </p>
        {begun && open && <p>{t("stillOpen")}</p>}
        {machine && <p className="note">{t("word.machine", { service: machine })}</p>}
        <p className="actions">
          {next && (
            <Link className="button big" href={`/write-ups/${id}/translate/${language}/${begun ? next : "title"}`}>
              {t("next", { part: partName(begun ? next : "title", locale) })}
            </Link>
          )}
          {begun && (
            <Link className={next ? undefined : "button big"} href={`/write-ups/${id}?in=${language}`}>
              {t("read", { language: languageIn(language, locale) })}
            </Link>
          )}
          <Link href={`/write-ups/${id}/translate`}>{t("all")}</Link>
        </p>
        {begun && done && (writeUp.audience === "cohort" || writeUp.audience === "public") && (
          <p className="note plain">{t("readers")}</p>
        )}
        <FillForm writeUp={writeUp} translation={translation} locale={locale} />
      </div>
    </div>
  );
}
