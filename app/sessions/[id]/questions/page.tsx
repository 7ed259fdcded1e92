import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Done } from "@/components/people/done";
import { AskForm } from "@/components/questions/ask-form";
import { QuestionList } from "@/components/questions/question-list";
import { SessionKicker } from "@/components/running/session-kicker";
import { getActor, getLocale, requireActor } from "@/lib/auth/current";
import { translator } from "@/lib/i18n/translator";
import { newId } from "@/lib/ids";
import { questionsOf } from "@/lib/questions/queries";
import { pageTitle } from "@/lib/sessions/page-title";
import { getSession } from "@/lib/sessions/queries";

export async function generateMetadata({ params }: PageProps<"/sessions/[id]/questions">): Promise<Metadata> {
  const [{ id }, actor] = await Promise.all([params, getActor()]);
  return { title: await pageTitle(actor, id, translator(await getLocale(), "questions")("title")) };
}

export default async function Page({ params, searchParams }: PageProps<"/sessions/[id]/questions">) {
  const { id } = await params;
  const actor = await requireActor(`/sessions/${id}/questions`);
  const [session, locale] = await Promise.all([getSession(actor, id), getLocale()]);
  const questions = session && (await questionsOf(actor, session));
  if (!session || !questions) notFound();
  const t = translator(locale, "questions");
  const { done } = await searchParams;
  return (
    <>
      <div className="opening">
        <div className="left stack">
          <SessionKicker session={session} locale={locale} />
          <h1>{t("title")}</h1>
          {done === "added" && <Done>{t("added")}</Done>}
          <p className="lead">{t(questions.mayAsk ? "lead" : "leadOver")}</p>
        </div>
      </div>
      <div className="pair">
        <section className="band left" aria-label={t("title")}>
          <QuestionList questions={questions} locale={locale} />
        </section>
        {questions.mayAsk && (
          <section className="band right stack" aria-labelledby="ask">
            <h2 id="ask">{t("askOne")}</h2>
            <AskForm sessionId={session.id} language={session.language} formKey={newId()} locale={locale} />
          </section>
        )}
      </div>
    </>
  );
}
