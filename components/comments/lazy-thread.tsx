"use client";

import { lazy } from "react";

/**
 * The thread in a chunk of its own, so that a page which shows none to the public does not carry it. Without a Suspense
 * boundary on purpose: the server waits for it, and the page is whole without JavaScript.
 */
export const LazyThread = lazy(async () => ({ default: (await import("./thread")).Thread }));
