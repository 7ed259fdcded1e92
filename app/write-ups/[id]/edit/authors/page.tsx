import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { cache } from "react";
import { AuthorList } from "@/components/write-ups/editing/author-list";
import { TaskList } from "@/components/write-ups/editing/task-list";
import { SavedMark } from "@/components/write-ups/editing/task-mark";
import { getLocale, requireActor } from "@/lib/auth/current";
import { translator } from "@/lib/i18n/translator";
import { listAuthors } from "@/lib/write-ups/authors";
import { getWriteUpForEditing } from "@/lib/write-ups/editing";

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
}

const load = cache(async (id: string) => {
  const actor = await requireActor(`/write-ups/${id}/edit/authors`);
  const [writeUp, people] = await Promise.all([
    getWriteUpForEditing(actor, id, await getLocale()),
    listAuthors(actor, id),
  ]);
  return writeUp && people && { writeUp, people };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await load((await params).id);
  if (!found) return {};
  return { title: `${translator(await getLocale(), "writing.authors")("title")}: ${found.writeUp.document.title}` };
}

export default async function Authors({ params, searchParams }: Props) {
  const [{ id }, { done }, locale] = await Promise.all([params, searchParams, getLocale()]);
  const found = await load(id);
  if (!found) notFound();
  const { writeUp, people } = found;
  const t = translator(locale, "writing.authors");
  return (
    <div className="opening writing">
      <TaskList writeUp={writeUp} locale={locale} />
      <div className="task stack loose">
        <h1>{t("title")}</h1>
        <p className="lead">{t("lead", { city: writeUp.city.name })}</p>
        {(done === "added" || done === "removed") && (
          <p className="saved" role="status">
            <SavedMark />
            <span>{t(done)}</span>
          </p>
        )}
        <AuthorList id={id} city={writeUp.city.name} {...people} locale={locale} />
        <p className="actions">
          <Link href={`/write-ups/${id}/edit`}>{translator(locale, "writing.tasks")("back")}</Link>
        </p>
      </div>
    </div>
  );
}
