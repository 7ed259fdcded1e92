"use client";

import { type ComponentProps, lazy } from "react";
import { type Handed, wordsOf } from "@/components/ui/once";
import type { TalkWords } from "./talk-words";
import type { Thread } from "./thread";

interface Props extends Omit<ComponentProps<typeof Thread>, "labels" | "live"> {
  /** The `TalkWords`. */
  words: Handed;
}

/**
 * The thread in a chunk of its own, so that a page which shows none to the public does not carry it. Without a Suspense
 * boundary on purpose: the server waits for it, and the page is whole without JavaScript.
 */
const Loaded = lazy(async () => ({ default: (await import("./thread")).Thread }));

export function LazyThread({ words, ...props }: Props) {
  const { labels, live } = wordsOf<TalkWords>(words);
  return <Loaded {...props} labels={labels} live={live} />;
}
