import type { WriteUpFilters } from "@/lib/write-ups/types";

export interface SavedSearch {
  id: string;
  filters: WriteUpFilters;
  /** Whether new things that fit come by mail too. */
  mail: boolean;
  /** How many things that fit were shared since its owner looked. */
  fresh: number;
}

/** What the library says of the reader's searches. */
export interface Kept {
  /** How many they keep. */
  count: number;
  /** Whether this is one of them. */
  this: boolean;
}
