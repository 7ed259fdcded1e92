import { isId } from "@/lib/ids";
import type { CommitmentFilters } from "./types";

type Query = Record<string, string | string[] | undefined>;

/** What an address of the list asks for; what makes no sense is left out. */
export function commitmentQuery(query: Query): { filters: CommitmentFilters; after?: string } {
  const { city, status, after } = query;
  return {
    filters: {
      ...(typeof city === "string" && /^[a-z0-9-]{1,80}$/.test(city) && { city }),
      ...((status === "done" || status === "dropped") && { status }),
    },
    ...(isId(after) && { after }),
  };
}

export function addressOfCommitments(filters: CommitmentFilters, after?: string): string {
  const query = new URLSearchParams({ ...filters, ...(after && { after }) }).toString();
  return query ? `/commitments?${query}` : "/commitments";
}
