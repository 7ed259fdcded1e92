"use client";

import { type ComponentProps, lazy } from "react";
import type { Thread } from "./thread";

/**
 * The thread in a chunk of its own, so that a page which shows none to the public does not carry it. Without a Suspense
 * boundary on purpose: the server waits for it, and the page is whole without JavaScript.
 */
const Loaded = lazy(async () => ({ default: (await import("./thread")).Thread }));

export function LazyThread(props: ComponentProps<typeof Thread>) {
  return <Loaded {...props} />;
}
