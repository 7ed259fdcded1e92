import type { Passage } from "@/lib/comments/types";
import { shortened } from "@/lib/passages/shortened";
import type { LineLabels } from "./labels";

interface Props {
  passage: Passage;
  /** The comment that is about it. */
  id: string;
  labels: LineLabels;
}

/** What a comment in the thread is about: the words, as a link up to them where they still stand. */
export function PassageLine({ passage: { quote, state, language }, id, labels }: Props) {
  if (quote === null) return <p className="about muted">{labels.unreadable}</p>;
  const words = (
    <q lang={language} dir="auto">
      {shortened(quote)}
    </q>
  );
  if (state === "here") {
    return (
      <p className="about">
        <a href={`#beside-${id}`}>{words}</a>
      </p>
    );
  }
  return (
    <p className="about muted">
      {state === "gone" ? labels.gone : labels.elsewhere} {words}
    </p>
  );
}
