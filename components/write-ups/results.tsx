import { keptList } from "@/components/ui/kept-html";
import { Once } from "@/components/ui/once";
import type { FoundWriteUp, WriteUpCard } from "@/lib/write-ups/types";
import { Result, type ResultProps } from "./result";

const results = keptList(Result);

interface Props extends Omit<ResultProps, "item"> {
  items: (WriteUpCard & Partial<FoundWriteUp>)[];
  className?: string;
}

/** Write-ups in a list. */
export async function Results({ items, className, ...props }: Props) {
  return <Once as="ul" className={className} handed={await results(items.map((item) => ({ item, ...props })))} />;
}
