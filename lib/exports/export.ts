import "server-only";
import type { Reader } from "@/lib/auth/actor";
import { limitRate } from "@/lib/auth/rate-limit";
import { settings } from "@/lib/env/settings";
import { AppError } from "@/lib/errors/errors";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { formatDay } from "@/lib/time/format";
import { clock } from "@/lib/time/now";
import { listWriteUps } from "@/lib/write-ups/queries";
import type { WriteUpFilters } from "@/lib/write-ups/types";
import { bestText } from "./best-text";
import { wordFile } from "./docx";
import { fileNameFrom } from "./file-name";
import { filesInside } from "./files-inside";
import { libraryTable } from "./library-table";
import {
  EXPORT_FORMATS,
  type ExportFormat,
  NOT_IN_PDF,
  SELECTION_FORMATS,
  SELECTION_MAX,
  type SelectionFormat,
} from "./limits";
import { markdownFile } from "./markdown";
import { type Outline, outlineOf, type Place } from "./outline";
import { pdfFile } from "./pdf/pdf";
import { picturesFor } from "./pictures";
import { portable } from "./portable";
import { readWriteUps } from "./queries";
import type { ReadableText, ReadableWriteUp } from "./types";

export interface ExportFile {
  content: string | Buffer;
  type: string;
  name: string;
}

export interface Asked {
  locale: Locale;
  zone: string;
  /** Most wanted first. */
  languages: readonly string[];
}

const TYPES: Record<SelectionFormat, string> = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  md: "text/markdown; charset=utf-8",
  json: "application/json; charset=utf-8",
  csv: "text/csv; charset=utf-8",
};

/** Files that take long to make, in ten minutes and by person; all of the public is one. */
const HEAVY: readonly string[] = ["pdf", "docx"];
const HEAVY_MAX = 30;
const HEAVY_PUBLIC_MAX = 200;

/** One write-up as a file, as the reader may read it, or null when it does not exist for them. */
export async function exportWriteUp(reader: Reader, id: string, as: string, asked: Asked): Promise<ExportFile | null> {
  const [writeUp] = await readWriteUps(reader, [id], asked.locale);
  if (!writeUp) return null;
  return fileOf(reader, [writeUp], formatOf(as, EXPORT_FORMATS), asked, null);
}

/** What the reader finds in the library with these filters, as one file. */
export async function exportSelection(
  reader: Reader,
  filters: WriteUpFilters,
  as: string,
  asked: Asked,
): Promise<ExportFile> {
  const format = formatOf(as, SELECTION_FORMATS);
  const found = await listWriteUps(reader, filters, { ...asked, limit: SELECTION_MAX });
  if (found.total > SELECTION_MAX) throw new AppError("invalid");
  const ids = found.items.map(({ id }) => id);
  const writeUps = await readWriteUps(reader, ids, asked.locale);
  const t = translator(asked.locale, "exports");
  return fileOf(reader, writeUps, format, asked, t("collection", { count: writeUps.length }));
}

async function fileOf(
  reader: Reader,
  writeUps: ReadableWriteUp[],
  as: SelectionFormat,
  asked: Asked,
  collection: string | null,
): Promise<ExportFile> {
  if (HEAVY.includes(as))
    await limitRate(`export:${reader?.personId ?? "public"}`, reader ? HEAVY_MAX : HEAVY_PUBLIC_MAX, 600);
  const chosen = writeUps.map((writeUp) => ({ writeUp, text: bestText(writeUp, asked.languages) }));
  const title = collection ?? chosen[0]?.text.document.title ?? "";
  const name = fileNameFrom(collection ? `stafeta ${translator(asked.locale, "exports")("fileName")}` : title, as);
  return { content: await contentOf(reader, writeUps, chosen, as, asked, title), type: TYPES[as], name };
}

async function contentOf(
  reader: Reader,
  writeUps: ReadableWriteUp[],
  chosen: { writeUp: ReadableWriteUp; text: ReadableText }[],
  as: SelectionFormat,
  { locale, zone }: Asked,
  title: string,
): Promise<string | Buffer> {
  const now = clock.now();
  const site = settings.url;
  if (as === "json") {
    const file = portable(writeUps, await filesInside(reader, writeUps), site, now);
    return `${JSON.stringify(file, null, 2)}\n`;
  }
  if (as === "csv") return libraryTable(chosen, locale, site);

  const place: Place = { locale, zone, site };
  const outlines: Outline[] = chosen.map(({ writeUp, text }) => outlineOf(writeUp, text, place));
  const language = outlines.length === 1 ? (outlines[0]?.language ?? locale) : locale;
  const t = translator(locale, "exports");
  if (as === "md") {
    const note = t("collectionNote", { date: formatDay(now, zone, locale) });
    const [only] = outlines;
    return markdownFile(outlines, {
      title,
      language,
      ...(outlines.length === 1 && only ? { source: only.url } : { source: site.origin }),
      note,
    });
  }
  const pictures = await picturesFor(
    reader,
    chosen.map(({ text }) => text.document),
  );
  const cities = [...new Set(writeUps.map(({ city }) => t("cityOf", { city: city.name })))];
  if (as === "docx") return wordFile(outlines, { title, creator: cities.join(", "), language, pictures });
  // Its letters would come out as question marks.
  if (outlines.some((outline) => NOT_IN_PDF.includes(outline.language))) throw new AppError("invalid");
  return pdfFile(outlines, {
    title,
    author: cities.join(", "),
    language,
    now,
    pictures,
    pageName: (page) => `${title} · ${t("page", { page })}`,
  });
}

function formatOf<F extends ExportFormat | SelectionFormat>(as: string, formats: readonly F[]): F {
  const format = formats.find((one) => one === as);
  if (!format) throw new AppError("invalid");
  return format;
}
