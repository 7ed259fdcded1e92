import type { CONFIDENTIALITY, MODES } from "@/lib/sessions/limits";

/** What each new occurrence of a series is made from. */
export interface SeriesTemplate {
  title: string;
  purpose: string;
  format: string;
  language: string;
  hostId: string | null;
  required: string[];
  optional: string[];
  mode: (typeof MODES)[number];
  location: string | null;
  joinUrl: string | null;
  confidentiality: (typeof CONFIDENTIALITY)[number];
  capacity: number | null;
}
