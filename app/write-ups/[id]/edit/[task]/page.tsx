import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { Example } from "@/components/write-ups/editing/example";
import { Task } from "@/components/write-ups/editing/task";
import { TaskLead } from "@/components/write-ups/editing/task-lead";
import { TaskList } from "@/components/write-ups/editing/task-list";
import { taskName } from "@/components/write-ups/editing/task-name";
import { getLocale, requireActor } from "@/lib/auth/current";
import { plainText } from "@/lib/text/markdown";
import { sealBase } from "@/lib/write-ups/base";
import { listCrises } from "@/lib/write-ups/crises";
import { exampleOf, getWriteUpForEditing } from "@/lib/write-ups/editing";
import { fingerprint } from "@/lib/write-ups/fingerprint";
import { isSection, isTask, taskState } from "@/lib/write-ups/tasks";

interface Props {
  params: Promise<{ id: string; task: string }>;
  searchParams: Promise<{ rows?: string | string[]; moved?: string | string[] }>;
}

const load = cache(async (id: string, task: string) => {
  const actor = await requireActor(`/write-ups/${id}/edit/${task}`);
  const writeUp = await getWriteUpForEditing(actor, id, await getLocale());
  return writeUp && isTask(writeUp.kind, task) ? { actor, writeUp, task } : null;
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id, task } = await params;
  const [found, locale] = await Promise.all([load(id, task), getLocale()]);
  if (!found) return {};
  return { title: `${taskName(found.writeUp.kind, found.task, locale)}: ${found.writeUp.document.title}` };
}

export default async function TaskPage({ params, searchParams }: Props) {
  const [{ id, task: wanted }, query, locale] = await Promise.all([params, searchParams, getLocale()]);
  const found = await load(id, wanted);
  if (!found) notFound();
  const { actor, writeUp, task } = found;
  const [crises, example] = await Promise.all([
    task === "title" && writeUp.kind === "case" ? listCrises(actor, locale) : [],
    isSection(writeUp.kind, task) ? exampleOf(actor, writeUp, task, [locale, ...actor.languages, "en"], locale) : null,
  ]);
  const number = (asked?: string | string[]) => (/^\d{1,2}$/.test(String(asked)) ? Number(asked) : 0);
  const [rows, moved] = [number(query.rows), number(query.moved)];
  const { kind, document, crisis } = writeUp;
  return (
    <div className="opening writing">
      <TaskList writeUp={writeUp} current={task} locale={locale} />
      <div className="task stack loose">
        <h1>{taskName(kind, task, locale)}</h1>
        <TaskLead task={task} begun={taskState(kind, document, task) === "in-progress"} locale={locale} />
        {example && <Example example={{ ...example, words: plainText(example.words) }} locale={locale} />}
        <Task
          // Without the version: what a form without JavaScript gets back finds its place by this key.
          key={`${task}-${rows}-${moved}`}
          task={task}
          writeUp={writeUp}
          seen={fingerprint(kind, document, crisis?.id ?? null, task)}
          base={sealBase(writeUp, task)}
          person={actor.personId}
          wanted={rows}
          moved={moved > 0 ? moved - 1 : undefined}
          crises={crises}
          locale={locale}
        />
      </div>
    </div>
  );
}
