import "server-only";
import type { Stream } from "./stream";

/** Browsers that lost their server at the same moment come back spread over some seconds. */
const RETRY = { least: 500, spread: 2500 };

export function streamAnswer(stream: Stream): Response {
  const retry = Math.round(RETRY.least + Math.random() * RETRY.spread);
  stream.write(new TextEncoder().encode(`retry: ${retry}\n\n`));
  return new Response(stream.body, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      // Not compressed: each stream would hold a compressor of its own, and words would wait in it.
      "cache-control": "private, no-store, no-transform",
      "x-accel-buffering": "no",
    },
  });
}
