import * as beloHorizonte from "@/db/seed/content/belo-horizonte";
import * as bilbao from "@/db/seed/content/bilbao";
import * as dublin from "@/db/seed/content/dublin";
import * as rotterdam from "@/db/seed/content/rotterdam";
import * as sanFrancisco from "@/db/seed/content/san-francisco";
import * as turin from "@/db/seed/content/turin";
import type { SeedWriteUp } from "@/db/seed/content/types";
import * as warsaw from "@/db/seed/content/warsaw";
import { renderMarkdown } from "@/lib/text/markdown";
import { wordsOf } from "../words";

const CITIES: object[] = [turin, dublin, bilbao, rotterdam, sanFrancisco, beloHorizonte, warsaw];

/** The words of the demo's write-ups, each language a text: its sections one below the other. */
export function demoTexts(): string[] {
  return CITIES.flatMap((city) => Object.values(city).filter(isWriteUp)).flatMap((writeUp) =>
    writeUp.languages.map((language) =>
      writeUp.sections
        .flatMap((section) => ("text" in section ? (section.text[language] ?? []) : []))
        .map((markdown) => wordsOf(renderMarkdown(markdown)).text)
        .join("\n"),
    ),
  );
}

function isWriteUp(value: unknown): value is SeedWriteUp {
  return typeof value === "object" && value !== null && "sections" in value;
}
