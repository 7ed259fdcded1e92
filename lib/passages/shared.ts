import type { PassageTalk } from "./types";
import { wordsOf } from "./words";

/** Whether words of a section stand in what the cohort reads too; whoever reads no more than that has only such words. */
export function isShared(quote: string, section: string, { shared }: Pick<PassageTalk, "shared">): boolean {
  if (shared === null) return true;
  const html = shared.find(({ key }) => key === section)?.html ?? "";
  return html !== "" && wordsOf(html).text.includes(quote);
}
