import type { Metadata } from "next";
import Link from "next/link";
import { FormatBand, OwnFormatBand } from "@/components/formats/format-band";
import { getLocale, requireActor } from "@/lib/auth/current";
import { FORMATS } from "@/lib/formats/format-list";
import { listOwnFormats } from "@/lib/formats/queries";
import { translator } from "@/lib/i18n/translator";
import { scheduleCohort } from "@/lib/sessions/places";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), "formats")("title") };
}

export default async function Page() {
  const actor = await requireActor("/formats");
  const [locale, own] = await Promise.all([getLocale(), listOwnFormats(actor)]);
  const t = translator(locale, "formats");
  const mayMake = scheduleCohort(actor) !== null;
  const all = [
    ...own.map(({ id, name }) => ({ id, name })),
    ...FORMATS.map(({ id, name }) => ({ id, name: name[locale] })),
  ];
  return (
    <>
      <div className="opening">
        <div className="left stack">
          <h1>{t("title")}</h1>
          <p className="lead">{t("lead")}</p>
          {mayMake && own.length === 0 && <p className="muted">{t("ownEmpty")}</p>}
        </div>
        {mayMake && (
          <p className="right actions">
            <Link className="button" href="/formats/new">
              {t("new")}
            </Link>
          </p>
        )}
        <nav className="full contents many" aria-label={t("contents")}>
          <ul>
            {all.map(({ id, name }) => (
              <li key={id}>
                <a href={`#${id}`}>{name}</a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
      {own.map((format) => (
        <OwnFormatBand format={format} mayMake={mayMake} locale={locale} key={format.id} />
      ))}
      {FORMATS.map((format) => (
        <FormatBand format={format} mayMake={mayMake} locale={locale} key={format.id} />
      ))}
    </>
  );
}
