import type { TaskState } from "@/lib/write-ups/tasks";

/** A filled ring is done, half a ring in progress, an empty one waits. The words stand beside it. */
export function TaskMark({ state }: { state: TaskState }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      {state === "done" ? (
        <>
          <circle cx="12" cy="12" r="11" fill="var(--ink)" />
          <path d="m7 12.5 3.5 3.5 7-7.5" fill="none" stroke="var(--paper)" strokeWidth="3" />
        </>
      ) : (
        <circle cx="12" cy="12" r="8.5" fill="var(--paper)" stroke="var(--ink)" strokeWidth="5" />
      )}
      {state === "in-progress" && <path d="M12 4a8 8 0 0 0 0 16z" fill="var(--ink)" />}
    </svg>
  );
}

export function SavedMark() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <circle cx="12" cy="12" r="11" fill="var(--success)" />
      <path d="m7 12.5 3.5 3.5 7-7.5" fill="none" stroke="var(--paper)" strokeWidth="3" />
    </svg>
  );
}
