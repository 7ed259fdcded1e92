"use client";

import { useEffect, useRef, useState } from "react";
import type { HereNews } from "@/lib/live/events";
import { Act } from "./act";
import type { ThreadLabels } from "./labels";
import type { LiveLabels } from "./live-labels";
import { type Listening, useLive } from "./use-live";

/** Who listens hears of new comments together, not of each. */
const PATIENCE = 4000;
/** As many names as stand in a line; of more the first three. */
const NAMES = 4;

interface Props extends Omit<Listening, "removed" | "beside"> {
  /** Whether the reader may say something: they see who else is here. */
  post: boolean;
  labels: ThreadLabels;
  live: LiveLabels;
}

/** The thread as it goes on: puts in what others say, and says so in a line where that is out of sight. */
export function LiveThread({ post, labels, live, ...listening }: Props) {
  const removed = (by: "author" | "moderator") =>
    by === "author" ? labels.removedByAuthor : labels.removedByModerator;
  const { here, unseen, behind, missed, held } = useLive({ ...listening, beside: live.beside, removed });
  const count = useQuietly(unseen.length + behind.length);
  const [first] = unseen;
  return (
    <>
      {post && <WhoReads here={here} me={listening.me.name} live={live} />}
      <p className="came" role="status">
        {held ? (
          <span>{live.held}</span>
        ) : missed ? (
          <Act href="?#comments" act={readAnew}>
            {live.missed}
          </Act>
        ) : (
          count > 0 && (
            <a className="act" href={first ? `#comment-${first}` : `?comment=${behind[0]}#comment-${behind[0]}`}>
              {count === 1 ? live.cameOne : live.cameMany.replace("{count}", String(count))}
            </a>
          )
        )}
      </p>
    </>
  );
}

/** Not told for the ear: people come and go all the time. */
function WhoReads({ here, me, live }: { here: HereNews | null; me: string; live: LiveLabels }) {
  if (!here) return null;
  const mine = here.names.indexOf(me);
  const others = here.names.filter((_, at) => at !== mine);
  // Whoever has just come is not counted yet. Of many, not all are named.
  const isCounted = mine >= 0 || here.names.length < here.count;
  const total = here.count - (isCounted ? 1 : 0);
  if (total < 1) return null;
  const shown = total > NAMES ? others.slice(0, NAMES - 1) : others;
  const more = total - shown.length;
  const all = more > 0 ? [...shown, live.others.replace("{count}", String(more))] : shown;
  const names = new Intl.ListFormat(document.documentElement.lang, { type: "conjunction" }).format(all);
  return <p className="small muted">{(total === 1 ? live.hereOne : live.hereMany).replace("{names}", () => names)}</p>;
}

/** A figure that rises at most every few seconds, and falls at once. */
function useQuietly(figure: number): number {
  const [shown, setShown] = useState(0);
  const last = useRef(0);
  useEffect(() => {
    if (figure === shown) return;
    const wait = figure < shown ? 0 : Math.max(0, last.current + PATIENCE - Date.now());
    const timer = setTimeout(() => {
      if (figure > shown) last.current = Date.now();
      setShown(figure);
    }, wait);
    return () => clearTimeout(timer);
  }, [figure, shown]);
  return shown;
}

function readAnew(): void {
  location.hash = "comments";
  if (location.search) location.search = "";
  else location.reload();
}
