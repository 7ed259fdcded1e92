import { CATCH_UP, END, type News } from "@/lib/live/events";

type Hear = (news: News) => void;

/** A page that nobody looks at lets its stream go after this; a browser has six for all its tabs. */
const UNSEEN = 30_000;
const LATEST_RETRY = 60_000;
/** When a server comes back all its readers do: each asks within so many milliseconds. */
const CROWD = 2000;

const rooms = new Map<string, Set<Hear>>();
let source: EventSource | null = null;
/** The topics of the stream that is open, to see whether they are still the ones. */
let asked = "";
let tries = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
let unseen: ReturnType<typeof setTimeout> | undefined;
let watching = false;

/**
 * Calls `hear` with all that happens under a topic while the page is open and looked at: one stream for all topics of a
 * page. "catch-up" says that something may have been missed, also at the start.
 */
export function listenTo(topic: string, hear: Hear): () => void {
  watch();
  const hearing = rooms.get(topic) ?? new Set();
  rooms.set(topic, hearing.add(hear));
  soon(0);
  return () => {
    hearing.delete(hear);
    if (hearing.size === 0) rooms.delete(topic);
    soon(0);
  };
}

function open(): void {
  const topics = [...rooms.keys()].sort().map((topic) => `topic=${topic}`);
  const address = topics.join("&");
  if (source && address === asked) return;
  close();
  asked = address;
  if (topics.length === 0 || document.hidden) return;
  const stream = new EventSource(`/api/live?${address}`);
  source = stream;
  let again = false;
  stream.onopen = () => {
    tries = 0;
    for (const topic of rooms.keys()) tell({ topic, kind: CATCH_UP, within: again ? CROWD : 0 });
    again = true;
  };
  stream.onmessage = ({ data }) => tell(JSON.parse(data));
  stream.onerror = () => {
    // A dropped line it mends itself; what was refused it gives up.
    if (stream.readyState !== EventSource.CLOSED || stream !== source) return;
    close();
    tries += 1;
    soon(Math.min(LATEST_RETRY, 1000 * 2 ** tries) * (0.5 + Math.random()));
  };
}

function tell(news: News): void {
  const hearing = [...(rooms.get(news.topic) ?? [])];
  if (news.kind === END) {
    rooms.delete(news.topic);
    soon(0);
  }
  for (const hear of hearing) hear(news);
}

function close(): void {
  source?.close();
  source = null;
}

function soon(wait: number): void {
  clearTimeout(timer);
  timer = setTimeout(open, wait);
}

function watch(): void {
  if (watching) return;
  watching = true;
  document.addEventListener("visibilitychange", () => {
    clearTimeout(unseen);
    if (document.hidden) unseen = setTimeout(close, UNSEEN);
    else if (!source) soon(0);
  });
  addEventListener("pagehide", close);
  addEventListener("pageshow", ({ persisted }) => persisted && soon(0));
}
