import "server-only";
import { actorOf } from "@/lib/auth/current";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { absolute, type Block, type Composed } from "@/lib/mail/letter";
import { getMinutes } from "./queries";
import type { MinutesView } from "./types";
import { speakerWords, takenOnBy, whenWords } from "./words";

/** The minutes for one person, as they may read them at the moment of sending. */
export async function minutesLetter(sessionId: string | null, personId: string | null): Promise<Composed> {
  const actor = personId ? await actorOf(personId).catch(() => null) : null;
  if (!actor || !sessionId) return { dropped: "gone" };
  const view = await getMinutes(actor, sessionId);
  if (!view) return { dropped: "access ended" };
  const { locale } = actor;
  const t = translator(locale, "minutes");
  const { session, summary } = view;
  return {
    letter: {
      locale,
      subject: t("titleOf", { title: session.title }),
      blocks: [
        { kind: "heading", text: session.title, language: session.language },
        { kind: "text", text: whenWords(session, locale) },
        { kind: "text", text: translator(locale, "sessions")(`confidentiality.${session.confidentiality}`) },
        ...(summary ? [{ kind: "quote" as const, ...summary }] : []),
        ...outputsOf(view, locale),
        ...group(
          t("takenOn"),
          view.commitments.map((one) => `${one.what} (${takenOnBy(one, locale)})`),
        ),
        ...group(
          t("openQuestions"),
          view.openQuestions.map(({ body, by }) => withSpeaker(body, speakerWords(by, locale))),
        ),
        { kind: "link", text: t("openMail"), href: absolute(`/sessions/${session.id}/minutes`) },
      ],
      footer: t("footer"),
    },
  };
}

/** By kind, without the plain notes: those stand on the page. */
function outputsOf({ parts }: MinutesView, locale: Locale): Block[] {
  const t = translator(locale, "minutes");
  const all = parts.flatMap(({ outputs }) => outputs).filter(({ kind }) => kind !== "note");
  const kinds = [...new Set(all.map(({ kind }) => kind))];
  return kinds.flatMap((kind) =>
    group(
      t(`kinds.${kind}`),
      all.filter((one) => one.kind === kind).map(({ body, by }) => withSpeaker(body, speakerWords(by, locale))),
    ),
  );
}

function group(title: string, lines: string[]): Block[] {
  if (lines.length === 0) return [];
  return [{ kind: "heading", text: title }, ...lines.map((text) => ({ kind: "text" as const, text: `– ${text}` }))];
}

const withSpeaker = (body: string, by: string) => (by ? `${body} (${by})` : body);
