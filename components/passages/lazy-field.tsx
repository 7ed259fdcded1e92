"use client";

import { type ComponentProps, lazy } from "react";
import type { OpenField } from "./open-field";

/** In a chunk of its own: most who read never have a field open. The server waits for it, so it works without JavaScript. */
const Loaded = lazy(async () => ({ default: (await import("./open-field")).OpenField }));

export function LazyField(props: ComponentProps<typeof OpenField>) {
  return <Loaded {...props} />;
}
