import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { ImportForm } from "@/components/imports/import-form";
import { TableColumns } from "@/components/imports/table-columns";
import { getLocale, requireActor } from "@/lib/auth/current";
import { translator } from "@/lib/i18n/translator";
import { check, take } from "@/lib/imports/actions";
import { IMPORT_MAX_MB, ROWS_MAX } from "@/lib/imports/limits";
import { listStartPlaces } from "@/lib/write-ups/editing";

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), "imports")("title") };
}

export default async function Import({ searchParams }: Props) {
  const [actor, locale, query] = await Promise.all([requireActor("/import"), getLocale(), searchParams]);
  const places = await listStartPlaces(actor, locale);
  if (places.length === 0) notFound();
  const t = translator(locale, "imports");
  const errors = translator(locale, "errors");
  const count = (name: string) => Math.min(ROWS_MAX, Math.max(0, Number.parseInt(String(query[name] ?? "0"), 10) || 0));
  return (
    <>
      <div className="opening">
        <div className="hung stack">
          <p>{t("after")}</p>
        </div>
        <div className="matter stack loose">
          <h1>{t("title")}</h1>
          <p className="lead">{t("lead")}</p>
          {query.made !== undefined && (
            <p className="note" role="status">
              {t("done", { made: count("made"), before: count("before"), files: count("files") })}{" "}
              <Link href="/library">{t("drafts")}</Link>
            </p>
          )}
          <ImportForm
            check={check}
            take={take}
            places={places.map(({ id, name }) => ({ value: id, label: name }))}
            labels={{
              city: t("city"),
              file: t("file"),
              fileHint: t("fileHint", { max: IMPORT_MAX_MB, rows: ROWS_MAX }),
              check: t("check"),
              problemHead: t("problemHead"),
              noteHead: t("noteHead"),
              fitHead: t("fitHead"),
              other: t("other"),
              problem: errors("problem"),
              prefix: errors("prefix"),
            }}
          />
        </div>
      </div>
      <TableColumns locale={locale} />
    </>
  );
}
