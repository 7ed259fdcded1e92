import type {
  BuildingBlock,
  EmptyReason,
  Kind,
  Observation,
  Organisation,
  PartialDate,
  SectionKey,
  Source,
  TimelineEntry,
} from "@/lib/write-ups/document";

/** A text in the languages the write-up exists in, the original first in `languages`. */
export type Text = Partial<Record<"en" | "it" | "es" | "nl" | "pt-BR" | "pl", string>>;

export type SeedSection = { key: SectionKey; text: Text } | { key: SectionKey; empty: EmptyReason; by?: PartialDate };

export interface SeedWriteUp {
  /** Stable name for the seed, such as "turin-case". */
  name: string;
  city: string;
  kind: Kind;
  /** The original language first; English second where the original is another. */
  languages: (keyof Text)[];
  audience: "city" | "cohort" | "public";
  title: Text;
  /** At most 280 characters in each language. */
  card: Text;
  crisis: string | null;
  startedOn: PartialDate | null;
  endedOn: PartialDate | null;
  beganOn: PartialDate | null;
  firstActionOn: PartialDate | null;
  sections: SeedSection[];
  timeline: (Omit<TimelineEntry, "what" | "who"> & { what: Text; who: Text })[];
  observations: (Omit<Observation, "label" | "note" | "unit"> & { label: Text; note: Text; unit: Text | string })[];
  sources: Source[];
  organisations: Organisation[];
  buildingBlocks: (Omit<BuildingBlock, "name" | "needs"> & { name: Text; needs: Text })[];
  policyAreas: string[];
  themes: string[];
  targetGroups: string[];
  sdgs: number[];
  maturity: string | null;
  scale: string | null;
}
