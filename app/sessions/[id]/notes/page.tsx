import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { cache } from "react";
import { ChangeNote, RemoveNote } from "@/components/notes/note-forms";
import { NotesBody } from "@/components/notes/notes-body";
import { getActor, getLocale, requireActor } from "@/lib/auth/current";
import { translator } from "@/lib/i18n/translator";
import { getNotes } from "@/lib/notes/queries";

const load = cache(async (id: string) => {
  const [actor, locale] = await Promise.all([getActor(), getLocale()]);
  return actor && getNotes(actor, id, { locale, zone: actor.zone });
});

export async function generateMetadata({ params }: PageProps<"/sessions/[id]/notes">): Promise<Metadata> {
  const [locale, page] = await Promise.all([getLocale(), params.then(({ id }) => load(id))]);
  const t = translator(locale, "notes");
  return { title: page ? t("page", { title: page.title }) : t("title") };
}

export default async function Page({ params, searchParams }: PageProps<"/sessions/[id]/notes">) {
  const { id } = await params;
  const actor = await requireActor(`/sessions/${id}/notes`);
  const [page, locale, query] = await Promise.all([load(id), getLocale(), searchParams]);
  if (!page) notFound();
  const t = translator(locale, "notes");
  const mine = (noteId: unknown) =>
    page.notes.find(
      ({ id, author, removedBy }) =>
        id === noteId && removedBy === null && (page.abilities.correct || author.id === page.me),
    );
  const [change, remove] = page.abilities.write ? [mine(query.change), mine(query.remove)] : [];
  return (
    <>
      <div className="opening">
        <div className="left stack">
          <p className="kicker">
            <Link className="act" href={`/sessions/${id}`}>
              {t("back")}
            </Link>
          </p>
          <h1 className="head">{t("page", { title: page.title })}</h1>
        </div>
      </div>
      <section className="band" aria-labelledby="notes">
        <h2 className="hung" id="notes">
          {t(change ? "change" : remove ? "remove" : "title")}
        </h2>
        <div className="text">
          {change ? (
            <ChangeNote sessionId={id} note={change} locale={locale} />
          ) : remove ? (
            <RemoveNote sessionId={id} note={remove} locale={locale} />
          ) : (
            <NotesBody page={page} languages={actor.languages} from="notes" locale={locale} />
          )}
        </div>
      </section>
    </>
  );
}
