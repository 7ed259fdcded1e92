"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { CATCH_UP } from "@/lib/live/events";
import { listenTo } from "./listen";

/** After the last stroke somebody has stopped to write. */
const STILL = 1500;
const TOGETHER = 150;

interface Props {
  /** Such as "session:<id>". */
  topic: string;
  /** What the page shows something of; without it everything. */
  kinds?: string[];
}

/** Brings what the server shows of the page up to date when something happens under a topic, but not while somebody types. */
export function Refresh({ topic, kinds }: Props) {
  const router = useRouter();
  const wanted = kinds?.join();
  useEffect(() => {
    let typed = 0;
    let fresh = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const refresh = () => {
      const still = Date.now() - typed;
      timer = undefined;
      if (still < STILL) later(STILL - still);
      else router.refresh();
    };
    const later = (wait: number) => {
      timer ??= setTimeout(refresh, wait);
    };
    const note = () => {
      typed = Date.now();
    };
    addEventListener("input", note, true);
    const leave = listenTo(topic, ({ kind, within = 0 }) => {
      // The page has just come: it is up to date.
      const begins = fresh && kind === CATCH_UP;
      fresh = false;
      if (begins || (wanted && kind !== CATCH_UP && !wanted.split(",").includes(kind))) return;
      later(TOGETHER + Math.random() * within);
    });
    return () => {
      leave();
      clearTimeout(timer);
      removeEventListener("input", note, true);
    };
  }, [router, topic, wanted]);
  return null;
}
