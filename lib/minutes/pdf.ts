import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { limitRate } from "@/lib/auth/rate-limit";
import { settings } from "@/lib/env/settings";
import type { ExportFile } from "@/lib/exports/export";
import { fileNameFrom } from "@/lib/exports/file-name";
import { pdfFile } from "@/lib/exports/pdf/pdf";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { clock } from "@/lib/time/now";
import { minutesOutline } from "./outline";
import { getMinutes } from "./queries";

/** How many in ten minutes one person may have made; they share this with other files that take long. */
const FILES_MAX = 30;

/** The minutes as a tagged PDF, as the actor may read them, or null: they do not exist for them. */
export async function minutesPdf(actor: Actor, sessionId: string, locale: Locale): Promise<ExportFile | null> {
  const view = await getMinutes(actor, sessionId);
  if (!view) return null;
  await limitRate(`export:${actor.personId}`, FILES_MAX, 600);
  const outline = minutesOutline(view, { locale, zone: actor.zone, site: settings.url });
  const title = translator(locale, "minutes")("titleOf", { title: view.session.title });
  const page = translator(locale, "exports");
  const content = await pdfFile([outline], {
    title,
    author: "Stafeta",
    language: locale,
    now: clock.now(),
    pictures: new Map(),
    pageName: (number) => `${title} · ${page("page", { page: number })}`,
  });
  return { content, type: "application/pdf", name: fileNameFrom(title, "pdf") };
}
