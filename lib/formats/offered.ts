import "server-only";
import { and, asc, eq, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { formats } from "@/db/schema";
import { fieldError } from "@/lib/errors/errors";
import type { Locale } from "@/lib/i18n/locales";
import { FORMATS } from "./format-list";
import { agendaOf, formatOf, scale } from "./formats";
import type { FormatStep } from "./types";

/** A format as it stands in a list to choose from. */
export interface OfferedFormat {
  id: string;
  name: string;
  /** The language of the name. */
  language: string;
  minutes: number;
  steps: number;
  /** Made by this cohort's facilitators. */
  own: boolean;
}

/** What a session of the cohort can be made from: the thirteen, then the cohort's own by name. */
export async function formatsFor(cohortId: string, locale: Locale): Promise<OfferedFormat[]> {
  const own = await db
    .select({
      id: formats.id,
      name: formats.name,
      language: formats.language,
      minutes: formats.minutes,
      steps: formats.steps,
    })
    .from(formats)
    .where(and(eq(formats.cohortId, cohortId), isNull(formats.archivedAt)))
    .orderBy(asc(formats.name), asc(formats.id));
  return [
    ...FORMATS.map(({ id, name, minutes, steps }) => ({
      id,
      name: name[locale],
      language: locale,
      minutes,
      steps: steps.length,
      own: false,
    })),
    ...own.map(({ steps, ...format }) => ({ ...format, steps: steps.length, own: true })),
  ];
}

interface Wanted {
  cohortId: string;
  format: string;
  /** Null: as long as the format is. */
  minutes: number | null;
  /** Of the session; the thirteen have their steps in Italian and in English. */
  language: string;
  /** The host city's name in that language. */
  host: string | null;
}

/**
 * The agenda of a new session, its steps stretched or shortened to its length. Throws a field error for a format that the
 * cohort does not have, and for a length with fewer minutes than steps.
 */
export async function stepsOf(wanted: Wanted): Promise<{ minutes: number; steps: FormatStep[] }> {
  const known = formatOf(wanted.format);
  if (known) {
    const minutes = wanted.minutes ?? known.minutes;
    return { minutes, steps: agendaOf(known, minutes, wanted.language, wanted.host) };
  }
  const [own] = await db
    .select({ minutes: formats.minutes, steps: formats.steps })
    .from(formats)
    .where(and(eq(formats.id, wanted.format), eq(formats.cohortId, wanted.cohortId), isNull(formats.archivedAt)));
  if (!own) throw fieldError("format", "sessions.error.format");
  const minutes = wanted.minutes ?? own.minutes;
  if (minutes < own.steps.length) throw fieldError("minutes", "formats.error.tooShort", { steps: own.steps.length });
  return { minutes, steps: fitted(own.steps, minutes) };
}

/** The same steps in another length. */
export function fitted<S extends { minutes: number }>(steps: readonly S[], minutes: number): S[] {
  const lengths = scale(
    steps.map((step) => step.minutes),
    minutes,
  );
  return steps.map((step, index) => ({ ...step, minutes: lengths[index] ?? 1 }));
}
