"use client";

import { useEffect, useRef } from "react";
import { Form } from "@/components/ui/form";
import { Submit } from "@/components/ui/submit";
import type { ActionResult } from "@/lib/action/action";
import type { Report } from "@/lib/imports/types";

interface Props {
  report: Report;
  take: (state: ActionResult | null, form: FormData) => Promise<ActionResult>;
  labels: Record<"problemHead" | "noteHead" | "fitHead" | "other" | "problem" | "prefix", string>;
}

/** What does not fit first, row by row; then what is left out; then what fits. */
export function ImportReport({ report, take, labels }: Props) {
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  const { ready, problems, notes, fits } = report;
  return (
    <section className="stack loose" aria-labelledby="import-report">
      <h2 id="import-report" tabIndex={-1} ref={head}>
        {report.summary}
      </h2>
      {ready && (
        <Form action={take} words={{ problem: labels.problem, prefix: labels.prefix }}>
          <input type="hidden" name="workspaceId" value={report.workspaceId} />
          <input type="hidden" name="kept" value={report.kept ?? ""} />
          <p className="actions">
            <Submit big>{report.take}</Submit>
            <a href="/import">{labels.other}</a>
          </p>
        </Form>
      )}
      {problems.length > 0 && (
        <div className="stack">
          <h3>{labels.problemHead}</h3>
          <ul className="lines">
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
          <p className="actions">
            <a className="button" href="/import">
              {labels.other}
            </a>
          </p>
        </div>
      )}
      {notes.length > 0 && (
        <div className="stack">
          <h3>{labels.noteHead}</h3>
          <ul className="lines">
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </div>
      )}
      {fits.length > 0 && (
        <div className="stack">
          <h3>{labels.fitHead}</h3>
          <ol className="lines">
            {fits.map(({ place, title, language, about }) => (
              <li key={place}>
                <span className="muted small">{place}</span> <b lang={language}>{title}</b>{" "}
                <span className="muted small">{about}</span>
              </li>
            ))}
          </ol>
        </div>
      )}
    </section>
  );
}
