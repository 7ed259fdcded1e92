import type { Document, Kind } from "@/lib/write-ups/document";
import type { Audience } from "@/lib/write-ups/limits";
import type { CityMark } from "@/lib/write-ups/types";
import type { Part } from "./parts";

export interface Translation {
  language: string;
  begun: boolean;
  document: Document;
  parts: Part[];
  /** Whose translation it is; null when only a machine has translated. */
  translator: string | null;
  /** The service that translated what nobody has read over. */
  machine: string | null;
}

export interface TranslatedWriteUp {
  id: string;
  kind: Kind;
  audience: Audience;
  language: string;
  city: CityMark;
  original: Document;
  translations: Translation[];
  /** The service that may translate it now; null when there is none, and for a draft. */
  service: string | null;
}
