import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { RemoveFile } from "@/components/files/remove-file";
import { Thumbnail } from "@/components/files/thumbnail";
import { WordsForm } from "@/components/files/words-form";
import { TaskList } from "@/components/write-ups/editing/task-list";
import { getLocale, requireActor } from "@/lib/auth/current";
import { markOf } from "@/lib/files/media";
import { filesOf } from "@/lib/files/queries";
import { translator } from "@/lib/i18n/translator";
import { getWriteUpForEditing } from "@/lib/write-ups/editing";

interface Props {
  params: Promise<{ id: string; file: string }>;
}

const load = cache(async (id: string, fileId: string) => {
  const actor = await requireActor(`/write-ups/${id}/edit/files/${fileId}`);
  const writeUp = await getWriteUpForEditing(actor, id, await getLocale());
  const file = writeUp && (await filesOf(id)).find((one) => one.id === fileId);
  return file ? { actor, writeUp, file } : null;
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id, file } = await params;
  const [found, locale] = await Promise.all([load(id, file), getLocale()]);
  if (!found) return {};
  const title = translator(locale, "files.words")("title", { kind: found.file.kind });
  return { title: `${title}: ${found.writeUp.document.title}` };
}

export default async function FileWords({ params }: Props) {
  const [{ id, file: fileId }, locale] = await Promise.all([params, getLocale()]);
  const found = await load(id, fileId);
  if (!found) notFound();
  const { actor, writeUp, file } = found;
  const [widest] = file.sizes;
  const media = writeUp.document.media.find((one) => one.fileId === fileId);
  return (
    <div className="opening writing">
      <TaskList writeUp={writeUp} locale={locale} />
      <div className="task stack loose">
        <h1>{translator(locale, "files.words")("title", { kind: file.kind })}</h1>
        {widest ? (
          <Thumbnail fileId={fileId} width={widest.width} height={widest.height} />
        ) : (
          <p>
            <a className="act" href={`/files/${fileId}`}>
              {file.name}
            </a>
          </p>
        )}
        <WordsForm
          writeUp={writeUp}
          file={file}
          media={media}
          seen={markOf(writeUp.document, fileId)}
          person={actor.personId}
          locale={locale}
        />
        <RemoveFile writeUpId={id} fileId={fileId} locale={locale} />
      </div>
    </div>
  );
}
