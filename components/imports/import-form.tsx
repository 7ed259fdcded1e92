"use client";

import { useActionState, useEffect, useRef } from "react";
import type { ActionResult } from "@/lib/action/action";
import type { Report } from "@/lib/imports/types";
import { ImportReport } from "./import-report";

interface Props {
  check: (state: ActionResult<Report> | null, form: FormData) => Promise<ActionResult<Report>>;
  take: (state: ActionResult | null, form: FormData) => Promise<ActionResult>;
  places: { value: string; label: string }[];
  labels: Record<
    "city" | "file" | "fileHint" | "check" | "problemHead" | "noteHead" | "fitHead" | "other" | "problem" | "prefix",
    string
  >;
}

/** A file is chosen; then its report takes the place of the form, with the one click that takes all of it. */
export function ImportForm({ check, take, places, labels }: Props) {
  const [result, action, pending] = useActionState(check, null);
  const summary = useRef<HTMLDivElement>(null);
  const wrong = result && !result.ok ? result : null;
  useEffect(() => {
    if (wrong) summary.current?.focus();
  }, [wrong]);
  if (result?.ok) return <ImportReport report={result.value} take={take} labels={labels} />;

  const [first] = places;
  const error = wrong?.fields.file;
  const chosen = wrong && typeof wrong.values.workspaceId === "string" ? wrong.values.workspaceId : first?.value;
  return (
    <form action={action} noValidate>
      {wrong && (
        <div className="error-summary over" role="alert" tabIndex={-1} ref={summary}>
          <h2>{labels.problem}</h2>
          {error ? (
            <ul>
              <li>
                <a href="#import-file">{error}</a>
              </li>
            </ul>
          ) : (
            <p>{wrong.message}</p>
          )}
        </div>
      )}
      <div className="stack fields">
        {places.length === 1 ? (
          <input type="hidden" name="workspaceId" value={first?.value} />
        ) : (
          <div className="field">
            <label htmlFor="import-city">{labels.city}</label>
            <select className="input short" id="import-city" name="workspaceId" defaultValue={chosen}>
              {places.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </div>
        )}
        <div className={error ? "field wrong" : "field"}>
          <label htmlFor="import-file">{labels.file}</label>
          <p className="hint" id="import-file-hint">
            {labels.fileHint}
          </p>
          {error && (
            <p className="error" id="import-file-error">
              <span className="vh">{labels.prefix}</span>
              {error}
            </p>
          )}
          <input
            className="input"
            type="file"
            id="import-file"
            name="file"
            accept=".json,.csv,.txt,application/json,text/csv"
            aria-describedby={error ? "import-file-hint import-file-error" : "import-file-hint"}
            aria-invalid={error ? true : undefined}
          />
        </div>
        <p className="actions">
          <button className="button big" aria-disabled={pending || undefined}>
            {labels.check}
          </button>
        </p>
      </div>
    </form>
  );
}
