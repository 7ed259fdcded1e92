"use client";

import { useEffect, useState } from "react";
import { countdown } from "@/lib/running/countdown";

interface Props {
  /** Left when the page was made, by the server's clock; below zero when it is over. */
  seconds: number;
  left: string;
  over: string;
}

/** How much of the step is left. It counts from what the server said: the clock of the browser may be wrong. */
export function Ticker({ seconds, left, over }: Props) {
  const [now, setNow] = useState(seconds);
  useEffect(() => {
    const began = Date.now();
    const show = () => setNow(seconds - Math.round((Date.now() - began) / 1000));
    show();
    const timer = setInterval(show, 1000);
    return () => clearInterval(timer);
  }, [seconds]);
  return (
    <span role="timer">
      <b className={now < 0 ? "late" : undefined}>{countdown(now)}</b> {now < 0 ? over : left}
    </span>
  );
}
