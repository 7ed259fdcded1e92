import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FormatForm } from "@/components/formats/format-form";
import { getLocale, requireActor } from "@/lib/auth/current";
import { make } from "@/lib/formats/actions";
import { startOfFormat } from "@/lib/formats/queries";
import { translator } from "@/lib/i18n/translator";
import { newId } from "@/lib/ids";
import { scheduleCohort } from "@/lib/sessions/places";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), "formats")("new") };
}

export default async function Page({ searchParams }: PageProps<"/formats/new">) {
  const actor = await requireActor("/formats/new");
  const cohortId = scheduleCohort(actor);
  if (!cohortId) notFound();
  const [locale, asked] = await Promise.all([getLocale(), searchParams]);
  const { from, session } = asked;
  const begins = from !== undefined || session !== undefined;
  const start = begins ? await startOfFormat(actor, { format: one(from), session: one(session) }, locale) : null;
  if (begins && !start) notFound();
  const t = translator(locale, "formats");
  return (
    <div className="opening">
      <div className="left stack">
        <h1>{t("new")}</h1>
        <p className="lead">{t(start ? "newFrom" : "newLead")}</p>
        <FormatForm
          action={make}
          about={{ formKey: newId(), cohortId }}
          name={start?.name.slice(0, 90) ?? ""}
          language={start?.language ?? locale}
          steps={start?.steps ?? []}
          locale={locale}
        />
      </div>
    </div>
  );
}

const one = (value: string | string[] | undefined) => (typeof value === "string" ? value : undefined);
