import type { Metadata } from "next";
import { keptHtml } from "@/components/ui/kept-html";
import { Once } from "@/components/ui/once";
import { Choice } from "@/components/write-ups/comparing/choice";
import { Comparison } from "@/components/write-ups/comparing/comparison";
import { getActor, getLocale } from "@/lib/auth/current";
import { translator } from "@/lib/i18n/translator";
import { isId } from "@/lib/ids";
import { COMPARED_MAX } from "@/lib/write-ups/comparison";
import { getWriteUp } from "@/lib/write-ups/queries";
import { relatedWriteUps } from "@/lib/write-ups/related";

const compared = keptHtml(Comparison);

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), "comparison")("title") };
}

/** /library/compare?w=<id>&w=<id>: what the reader may not read, or what is no id, is left out without a word. */
export default async function Compare({ searchParams }: PageProps<"/library/compare">) {
  const [actor, locale, query] = await Promise.all([getActor(), getLocale(), searchParams]);
  const ids = [...new Set([query.w ?? []].flat())].filter(isId).slice(0, COMPARED_MAX);
  const languages = [locale, ...(actor?.languages ?? []), "en"];
  const found = await Promise.all(ids.map((id) => getWriteUp(actor, id, languages, locale)));
  const writeUps = found.filter((one) => one !== null);
  const offered =
    writeUps.length < COMPARED_MAX
      ? await relatedWriteUps(
          actor,
          writeUps.map(({ id }) => id),
          { languages, locale, limit: 12 },
        )
      : [];
  const t = translator(locale, "comparison");
  return (
    <>
      <div className="opening">
        <h1 className="hung">{t("title")}</h1>
        <div className="matter stack">
          <p className="lead">{writeUps.length < 2 ? t("chooseTwo") : t("lead", { count: writeUps.length })}</p>
          <Choice chosen={writeUps} offered={offered} locale={locale} />
        </div>
      </div>
      {writeUps.length > 1 && <Once as="div" handed={await compared({ writeUps, locale })} />}
    </>
  );
}
