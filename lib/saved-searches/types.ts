import type { WriteUpFilters } from "@/lib/write-ups/types";

export interface SavedSearch {
  id: string;
  filters: WriteUpFilters;
  /** Whether new things that fit come by mail too. */
  mail: boolean;
  /** How many things that fit were shared since its owner looked. */
  fresh: number;
}
