import "server-only";
import { settings } from "@/lib/env/settings";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { formatPartialDate } from "@/lib/time/format";
import { dateIn } from "@/lib/time/wall";
import type { RevisionPage } from "./types";

/** What is cited: one released revision at its permanent address. */
export interface Cited {
  id: string;
  number: number;
  city: { name: string; slug: string };
  title: string;
  language: string;
  /** "2026-11-23" */
  date: string;
  url: string;
  demo: boolean;
}

/** Null for what is not cited. The day is told in UTC, so that everybody cites the same. */
export function citedIn({ writeUp, number, at, cited }: RevisionPage): Cited | null {
  if (cited === null) return null;
  return {
    id: writeUp.id,
    number,
    city: writeUp.city,
    title: cited,
    language: writeUp.language,
    date: dateIn(at, "UTC"),
    url: new URL(`/write-ups/${writeUp.id}/revisions/${number}`, settings.url).href,
    demo: writeUp.demo,
  };
}

/** One line for people, in the interface's language. */
export function asText({ city, title, number, date, demo, url }: Cited, locale: Locale): string {
  const sentence = translator(locale, "revisions.cite")("text", {
    author: plain(city.name),
    title: plain(title),
    demo: demo ? "yes" : "no",
    number,
    date: formatPartialDate(date, locale),
  });
  return `${sentence} ${url}`;
}

/** An entry for BibTeX and biber, in UTF-8. */
export function asBibtex(cited: Cited): string {
  const [year, month] = cited.date.split("-");
  const fields: [string, string][] = [
    ["author", `{${tex(cited.city.name)}}`],
    ["title", `{${tex(cited.title)}}`],
    ["year", year ?? ""],
    ["month", String(Number(month))],
    ["date", cited.date],
    ["publisher", "Stafeta"],
    ["note", `Revision ${cited.number}${cited.demo ? ", demo content" : ""}`],
    ["langid", cited.language],
    ["url", cited.url],
  ];
  const key = fileNameFor(cited, "").replace(/\.$/, "");
  return `@misc{${key},\n${fields.map(([name, value]) => `  ${name} = {${value}},\n`).join("")}}\n`;
}

/** One item of CSL-JSON, as reference managers import it. */
export function asCsl(cited: Cited): string {
  const item = {
    id: fileNameFor(cited, "").replace(/\.$/, ""),
    type: "report",
    title: plain(cited.title),
    author: [{ literal: plain(cited.city.name) }],
    issued: { "date-parts": [cited.date.split("-").map(Number)] },
    publisher: "Stafeta",
    version: String(cited.number),
    language: cited.language,
    URL: cited.url,
    ...(cited.demo ? { note: "Demo content" } : {}),
  };
  return `${JSON.stringify([item], null, 2)}\n`;
}

/** "turin-0123456789abcdef-3.bib": nothing in it that a header, a shell or a file system could take for something else. */
export function fileNameFor({ city, id, number }: Pick<Cited, "city" | "id" | "number">, extension: string): string {
  const place = city.slug.toLowerCase().replace(/[^a-z0-9-]/g, "");
  return `${place || "city"}-${id}-${number}.${extension}`;
}

const SPECIAL: Record<string, string> = {
  "\\": "\\textbackslash{}",
  // A brace would count as one for BibTeX even after a backslash.
  "{": "\\textbraceleft{}",
  "}": "\\textbraceright{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
  "%": "\\%",
  "&": "\\&",
  "#": "\\#",
  $: "\\$",
  _: "\\_",
};

function tex(text: string): string {
  return plain(text).replace(/[\\{}~^%&#$_]/g, (sign) => SPECIAL[sign] ?? sign);
}

/** One line without control characters. */
function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
}
