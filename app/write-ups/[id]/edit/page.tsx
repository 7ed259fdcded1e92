import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { MergedNote } from "@/components/working-copies/merged-note";
import { SendLeftovers } from "@/components/working-copies/send-leftovers";
import { AuthorNames } from "@/components/write-ups/editing/author-names";
import { NextStep } from "@/components/write-ups/editing/next-step";
import { NotInYet } from "@/components/write-ups/editing/not-in-yet";
import { TaskList } from "@/components/write-ups/editing/task-list";
import { SavedMark } from "@/components/write-ups/editing/task-mark";
import { taskName } from "@/components/write-ups/editing/task-name";
import { WhatsOpen } from "@/components/write-ups/editing/whats-open";
import { getLocale, requireActor } from "@/lib/auth/current";
import { translator } from "@/lib/i18n/translator";
import { formatDateTime } from "@/lib/time/format";
import { tasksWithCopies } from "@/lib/working-copies/queries";
import { listAuthors } from "@/lib/write-ups/authors";
import { getWriteUpForEditing } from "@/lib/write-ups/editing";
import { isTask, taskState } from "@/lib/write-ups/tasks";

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ saved?: string | string[]; merged?: string | string[] }>;
}

const load = cache(async (id: string) => {
  const actor = await requireActor(`/write-ups/${id}/edit`);
  return { actor, writeUp: await getWriteUpForEditing(actor, id, await getLocale()) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { writeUp } = await load((await params).id);
  if (!writeUp) return {};
  const t = translator(await getLocale(), "writing.tasks");
  return { title: `${t("next")}: ${writeUp.document.title}` };
}

export default async function Edit({ params, searchParams }: Props) {
  const [{ id }, query, locale] = await Promise.all([params, searchParams, getLocale()]);
  const { actor, writeUp } = await load(id);
  if (!writeUp) notFound();
  const [people, typed] = await Promise.all([listAuthors(actor, id), tasksWithCopies(actor, id, writeUp.language)]);
  if (!people) notFound();
  const t = translator(locale, "writing.tasks");
  const saved = typeof query.saved === "string" && isTask(writeUp.kind, query.saved) ? query.saved : undefined;
  const isEmpty = saved && taskState(writeUp.kind, writeUp.document, saved) === "not-started";
  const when = formatDateTime(writeUp.updatedAt, actor.zone, locale);
  return (
    <div className="opening writing">
      <div className="task stack loose">
        <h1>{t("next")}</h1>
        <WhatsOpen writeUp={writeUp} zone={actor.zone} locale={locale} />
        <SendLeftovers person={actor.personId} />
        <NotInYet writeUp={writeUp} tasks={typed} locale={locale} />
        <NextStep writeUp={writeUp} after={saved} locale={locale} />
        <p className="saved" role="status">
          <SavedMark />
          <span>
            {saved && `${t(isEmpty ? "savedEmpty" : "saved", { task: taskName(writeUp.kind, saved, locale) })} `}
            {t("savedAt", { when, city: writeUp.city.name })}
          </span>
        </p>
        {query.merged === "yes" && <MergedNote name="" locale={locale} />}
        <AuthorNames writeUp={writeUp} authors={people.authors} locale={locale} />
      </div>
      <TaskList writeUp={writeUp} open={!saved} locale={locale} />
    </div>
  );
}
