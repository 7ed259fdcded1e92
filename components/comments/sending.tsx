import { City } from "@/components/ui/plate";
import type { ThreadPage } from "@/lib/comments/types";
import type { Sent } from "./use-thread";

/** A comment on its way: its words as they were typed, marked as being sent. */
export function Sending({ sent, me, label }: { sent: Sent; me: ThreadPage["me"]; label: string }) {
  return (
    <article className="comment" aria-busy="true">
      <header>{me.city ? <City city={me.city} /> : <b>{me.name}</b>}</header>
      <p className="sending" lang={sent.language}>
        {sent.text.trim()}
      </p>
      <p className="muted">
        {me.city && `${me.name}, `}
        {label}
      </p>
    </article>
  );
}
