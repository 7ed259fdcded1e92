import { Linked } from "@/components/ui/linked";

/** What somebody wrote, under a line that says who. */
export function Words({ title, children }: { title: string; children: string }) {
  return (
    <div className="note plain">
      <p className="muted">{title}</p>
      <div dir="auto">
        <Linked text={children} />
      </div>
    </div>
  );
}
