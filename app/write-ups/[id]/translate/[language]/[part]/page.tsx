import type { Metadata } from "next";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { PartForm } from "@/components/translations/part-form";
import { partName } from "@/components/translations/part-name";
import { Status, type StatusQuery } from "@/components/translations/status";
import { City } from "@/components/ui/plate";
import { languageIn } from "@/lib/i18n/languages";
import { translator } from "@/lib/i18n/translator";
import { markOf, markOfTranslation } from "@/lib/translations/mark";
import { load } from "../load";

interface Props {
  params: Promise<{ id: string; language: string; part: string }>;
  searchParams: Promise<StatusQuery>;
}

async function loadPart({ params }: Props) {
  const { id, language, part: key } = await params;
  const found = await load(id, language);
  const part = found?.translation.parts.find((one) => one.key === key);
  return found && part ? { ...found, part } : null;
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const found = await loadPart(props);
  if (!found) return {};
  const { writeUp, translation, part, locale } = found;
  const name = `${partName(part.key, locale)} (${languageIn(translation.language, locale)})`;
  return { title: `${name}: ${writeUp.original.title}` };
}

export default async function TranslatePart(props: Props) {
  const [found, query] = await Promise.all([loadPart(props), props.searchParams]);
  if (!found) notFound();
  const { writeUp, translation, part, person, locale } = found;
  const { parts, language, begun } = translation;
  const address = `/write-ups/${writeUp.id}/translate/${language}`;
  if (!begun && part.key !== "title") redirect(`${address}/title`);
  const t = translator(locale, "translations");
  const names = { from: languageIn(writeUp.language, locale), to: languageIn(language, locale) };
  const stays = writeUp.original.sections.find(({ key }) => key === part.key)?.audience === "city";
  return (
    <>
      <div className="opening">
        <div className="hung stack tight">
          <p className="kicker">
            <City city={writeUp.city} />
          </p>
          <p lang={writeUp.language}>{writeUp.original.title}</p>
          <p>
            {t("number", { number: parts.indexOf(part) + 1, all: parts.length })} ·{" "}
            <Link href={address}>{t("allParts")}</Link>
          </p>
        </div>
        <div className="matter stack">
          <h1>{partName(part.key, locale)}</h1>
          <p className="lead">{t("fromInto", names)}</p>
          {stays && <p className="note plain">{t("cityOnly", { city: writeUp.city.name })}</p>}
          <Status query={query} parts={parts} locale={locale} />
        </div>
      </div>
      <PartForm
        // What a form without JavaScript gets back finds its place by this key.
        key={part.key}
        writeUp={writeUp}
        translation={translation}
        part={part}
        marks={{ of: markOf(part.words), seen: markOfTranslation(part.words) }}
        person={person}
        locale={locale}
      />
    </>
  );
}
