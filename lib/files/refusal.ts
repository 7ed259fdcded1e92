import "server-only";
import type { Actor } from "@/lib/auth/actor";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { getWriteUpForEditing } from "@/lib/write-ups/editing";
import { FILE_MAX_MB, FILES_PER_HOUR, MEGAPIXELS_MAX, type Refusal } from "./limits";
import { usageOf } from "./queries";
import { bytesIn } from "./size";

export interface Usage {
  used: number;
  quota: number;
}

/** Why a file was not taken, with the figures that explain it. */
export function refusalSentence(locale: Locale, refusal: Refusal, { used, quota }: Usage, city: string): string {
  return translator(locale, "files.refused")(refusal, {
    mb: FILE_MAX_MB,
    megapixels: MEGAPIXELS_MAX,
    hourly: FILES_PER_HOUR,
    used: bytesIn(used, locale),
    quota: bytesIn(quota, locale),
    city,
  });
}

/** The same, for somebody whose file for this write-up was just refused. */
export async function refusedWith(actor: Actor, writeUpId: string, refusal: Refusal, locale: Locale): Promise<string> {
  const city = (await getWriteUpForEditing(actor, writeUpId))?.city;
  const usage = city ? await usageOf(city.id) : { used: 0, quota: 0 };
  return refusalSentence(locale, refusal, usage, city?.name ?? "");
}
