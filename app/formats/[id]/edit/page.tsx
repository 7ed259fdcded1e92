import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FormatForm } from "@/components/formats/format-form";
import { getLocale, requireActor } from "@/lib/auth/current";
import { edit } from "@/lib/formats/actions";
import { getFormatForEditing } from "@/lib/formats/queries";
import { translator } from "@/lib/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), "formats")("editTitle") };
}

export default async function Page({ params, searchParams }: PageProps<"/formats/[id]/edit">) {
  const { id } = await params;
  const actor = await requireActor(`/formats/${id}/edit`);
  const [format, locale, asked] = await Promise.all([getFormatForEditing(actor, id), getLocale(), searchParams]);
  if (!format) notFound();
  const t = translator(locale, "formats");
  const moved = /^\d{1,2}$/.test(String(asked.moved)) ? Number(asked.moved) - 1 : undefined;
  return (
    <div className="opening">
      <div className="left stack">
        <h1>{t("editTitle")}</h1>
        <p className="lead">{t("editLead")}</p>
        {(asked.more || asked.removed) && (
          <p className="saved" role="status" id="saved">
            {translator(locale, "agenda")(asked.more ? "saved" : "removed")}
          </p>
        )}
        <FormatForm
          action={edit}
          about={{ id: format.id, seen: format.seen }}
          name={format.name}
          language={format.language}
          steps={format.steps}
          moved={moved}
          locale={locale}
          key={format.seen}
        />
      </div>
    </div>
  );
}
