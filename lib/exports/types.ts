import type { Document, Kind } from "@/lib/write-ups/document";
import type { Audience, Reading } from "@/lib/write-ups/limits";
import type { CityMark } from "@/lib/write-ups/types";

/** One language version, as the reader may read it. */
export interface ReadableText {
  language: string;
  document: Document;
  /** Changes of the original since the translation followed it. */
  behind: number;
  machine: string | null;
}

/** A write-up with every language in which the reader may read it, the original first. */
export interface ReadableWriteUp {
  id: string;
  kind: Kind;
  audience: Audience;
  /** Which of its texts this reader reads. */
  reading: Reading;
  city: CityMark;
  crisis: { id: string; type: string; hazard: string } | null;
  language: string;
  quickNote: boolean;
  demo: boolean;
  /** Null where one reads the city's work in hand. */
  revision: { number: number; releasedAt: Date } | null;
  updatedAt: Date;
  texts: [ReadableText, ...ReadableText[]];
}
