import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { cache } from "react";
import { Languages } from "@/components/translations/languages";
import { City } from "@/components/ui/plate";
import { getLocale, requireActor } from "@/lib/auth/current";
import { languageIn } from "@/lib/i18n/languages";
import { translator } from "@/lib/i18n/translator";
import { getTranslations } from "@/lib/translations/queries";

interface Props {
  params: Promise<{ id: string }>;
}

const load = cache(async (id: string) => {
  const [actor, locale] = await Promise.all([requireActor(`/write-ups/${id}/translate`), getLocale()]);
  return { writeUp: await getTranslations(actor, id, locale), locale };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { writeUp, locale } = await load((await params).id);
  return writeUp ? { title: translator(locale, "translations")("of", { title: writeUp.original.title }) } : {};
}

export default async function Translate({ params }: Props) {
  const { writeUp, locale } = await load((await params).id);
  if (!writeUp) notFound();
  const t = translator(locale, "translations");
  return (
    <div className="opening writing">
      <div className="tasklist stack">
        <p className="kicker">
          <City city={writeUp.city} />
        </p>
        <p lang={writeUp.language}>
          <b>{writeUp.original.title}</b>
        </p>
        <p>{t("original", { language: languageIn(writeUp.language, locale) })}</p>
        <p className="actions">
          <Link href={`/write-ups/${writeUp.id}`}>{t("backToWriteUp")}</Link>
        </p>
      </div>
      <div className="task stack loose">
        <h1>{t("title")}</h1>
        <p className="lead">{t("lead")}</p>
        <Languages writeUp={writeUp} locale={locale} />
      </div>
    </div>
  );
}
