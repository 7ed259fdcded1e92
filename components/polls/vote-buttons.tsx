"use client";

import { useState } from "react";
import { VOTES, type Vote } from "@/lib/polls/limits";

interface Props {
  option: string;
  mine: Vote | null;
  labels: Record<Vote, string>;
}

/** Three buttons that send at once; the pressed one is filled before the answer is there. */
export function VoteButtons({ option, mine, labels }: Props) {
  const [pressed, press] = useState(mine);
  const [known, know] = useState(mine);
  // The answer is there, or came from elsewhere: the buttons stay the same, so that the keyboard stays on them.
  if (known !== mine) {
    know(mine);
    press(mine);
  }
  return VOTES.map((vote) => (
    <button
      className={pressed === vote ? "button" : "button quiet"}
      name="vote"
      value={`${option}:${vote}`}
      aria-pressed={pressed === vote}
      onClick={() => press(vote)}
      key={vote}
    >
      {labels[vote]}
    </button>
  ));
}
