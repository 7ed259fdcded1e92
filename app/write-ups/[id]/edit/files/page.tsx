import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { cache } from "react";
import { AddFile } from "@/components/files/add-file";
import { MediaList } from "@/components/files/media-list";
import { WaitingList } from "@/components/files/waiting-list";
import { TaskList } from "@/components/write-ups/editing/task-list";
import { SavedMark } from "@/components/write-ups/editing/task-mark";
import { getLocale, requireActor } from "@/lib/auth/current";
import { isRefusal } from "@/lib/files/limits";
import { filesOf, usageOf } from "@/lib/files/queries";
import { refusalSentence } from "@/lib/files/refusal";
import { translator } from "@/lib/i18n/translator";
import { newId } from "@/lib/ids";
import { getWriteUpForEditing } from "@/lib/write-ups/editing";

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ refused?: string | string[]; done?: string | string[] }>;
}

const load = cache(async (id: string) => {
  const actor = await requireActor(`/write-ups/${id}/edit/files`);
  return getWriteUpForEditing(actor, id, await getLocale());
});

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ id }, { refused }, locale] = await Promise.all([params, searchParams, getLocale()]);
  const writeUp = await load(id);
  if (!writeUp) return {};
  const prefix = isRefusal(refused) ? translator(locale, "errors")("prefix") : "";
  return { title: `${prefix}${translator(locale, "files")("title")}: ${writeUp.document.title}` };
}

export default async function Files({ params, searchParams }: Props) {
  const [{ id }, query, locale] = await Promise.all([params, searchParams, getLocale()]);
  const writeUp = await load(id);
  if (!writeUp) notFound();
  const [files, usage] = await Promise.all([filesOf(id), usageOf(writeUp.city.id)]);
  const t = translator(locale, "files");
  const { document, audience, city } = writeUp;
  const waiting = files.filter(({ named }) => !named);
  const done = (["saved", "moved", "removed"] as const).find((one) => one === query.done);
  const refused = isRefusal(query.refused) ? refusalSentence(locale, query.refused, usage, city.name) : undefined;
  return (
    <div className="opening writing">
      <TaskList writeUp={writeUp} locale={locale} />
      <div className="task stack loose">
        <h1>{t("title")}</h1>
        <p className="lead">{t("lead")}</p>
        {done && (
          <p className="saved" role="status">
            <SavedMark />
            <span>{t(`done.${done}`)}</span>
          </p>
        )}
        {waiting.length > 0 && <WaitingList writeUpId={id} files={waiting} locale={locale} />}
        <MediaList writeUp={writeUp} kind="picture" locale={locale} />
        <MediaList writeUp={writeUp} kind="document" locale={locale} />
        {document.media.length === 0 && waiting.length === 0 && <p>{t("list.empty")}</p>}
        <AddFile writeUpId={id} formKey={newId()} city={city.name} usage={usage} refused={refused} locale={locale} />
        {(audience === "cohort" || audience === "public") && <p className="note plain">{t("list.released")}</p>}
        <p>
          <Link className="act" href={`/write-ups/${id}/edit`}>
            {translator(locale, "writing.tasks")("back")}
          </Link>
        </p>
      </div>
    </div>
  );
}
