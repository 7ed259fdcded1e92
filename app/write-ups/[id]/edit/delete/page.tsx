import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { cache } from "react";
import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { Submit } from "@/components/ui/submit";
import { TaskList } from "@/components/write-ups/editing/task-list";
import { getLocale, requireActor } from "@/lib/auth/current";
import { translator } from "@/lib/i18n/translator";
import { deleteWriteUpDraft } from "@/lib/write-ups/actions";
import { listAuthors } from "@/lib/write-ups/authors";
import { getWriteUpForEditing } from "@/lib/write-ups/editing";

interface Props {
  params: Promise<{ id: string }>;
}

const load = cache(async (id: string) => {
  const actor = await requireActor(`/write-ups/${id}/edit/delete`);
  const [writeUp, people] = await Promise.all([
    getWriteUpForEditing(actor, id, await getLocale()),
    listAuthors(actor, id),
  ]);
  return writeUp?.audience === "draft" && people ? { writeUp, authors: people.authors } : null;
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await load((await params).id);
  if (!found) return {};
  return { title: `${translator(await getLocale(), "writing.delete")("title")} ${found.writeUp.document.title}` };
}

/** Only a draft: what somebody else was given to read is taken back instead. */
export default async function Delete({ params }: Props) {
  const [{ id }, locale] = await Promise.all([params, getLocale()]);
  const found = await load(id);
  if (!found) notFound();
  const { writeUp, authors } = found;
  const t = translator(locale, "writing.delete");
  return (
    <div className="opening writing">
      <TaskList writeUp={writeUp} locale={locale} />
      <div className="task stack loose">
        <h1>{t("title")}</h1>
        <p className="lead">{t("lead")}</p>
        <p>{t("who", { people: authors.filter(({ role }) => role !== null).length })}</p>
        <Form action={deleteWriteUpDraft} words={formWords(locale)}>
          <input type="hidden" name="id" value={id} />
          <p className="actions">
            <Submit>{t("do")}</Submit>
            <Link href={`/write-ups/${id}/edit`}>{t("keep")}</Link>
          </p>
        </Form>
      </div>
    </div>
  );
}
