import { tellSeen } from "@/lib/comments/client";

/** How far somebody has seen what others said while their page was open. */
export class Stay {
  /** In the order in which they came, with whether the reader has seen them. */
  private readonly came = new Map<string, boolean>();

  /** `marked`: whether comments were marked as new when the page came. */
  constructor(private readonly marked: boolean) {}

  hear(ids: string[]): void {
    for (const id of ids) if (!this.came.has(id)) this.came.set(id, false);
  }

  see(id: string): void {
    if (this.came.has(id)) this.came.set(id, true);
  }

  /** Something came that the page does not have: nothing after it counts as seen. */
  lose(): void {
    this.came.set("", false);
  }

  /** The reader leaves, for now or for good: the server hears up to where they have seen all. */
  end(): void {
    let last: string | null = null;
    for (const [id, seen] of this.came) {
      if (!seen) break;
      last = id;
      this.came.delete(id);
    }
    if (last) tellSeen(last, this.marked);
  }
}
