"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useRef, useState } from "react";

interface Props {
  /** Where the form goes; it works by itself, and with this code it shows how far it is. */
  action: string;
  accept: string;
  /** In bytes. */
  max: number;
  /** Why the last file was not taken, when the page was made for that. */
  refused?: string;
  labels: {
    file: string;
    hint: string;
    submit: string;
    problem: string;
    prefix: string;
    choose: string;
    tooLarge: string;
    /** With "{percent}" in it. */
    progress: string;
    working: string;
    failed: string;
    signedOut: string;
  };
}

/** One file, sent as any form is; its words come on the next page, so that a refused file takes no words with it. */
export function UploadForm({ action, accept, max, refused, labels }: Props) {
  const router = useRouter();
  const [wrong, setWrong] = useState(refused ?? null);
  const [percent, setPercent] = useState<number | null>(null);
  const summary = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!wrong) return;
    summary.current?.focus();
    document.title = labels.prefix + document.title.replace(labels.prefix, "");
  }, [wrong, labels.prefix]);

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (percent !== null) return;
    const form = new FormData(event.currentTarget);
    const file = form.get("file");
    setWrong(null);
    if (!(file instanceof File) || file.name === "") return setWrong(labels.choose);
    if (file.size > max) return setWrong(labels.tooLarge);
    setPercent(0);
    const { status, said } = await sent(action, form, setPercent);
    if (said.to) return router.push(said.to);
    setPercent(null);
    setWrong(said.message ?? (status === 401 ? labels.signedOut : labels.failed));
  }

  return (
    <form
      className="stack loose"
      action={action}
      method="post"
      encType="multipart/form-data"
      noValidate
      onSubmit={send}
      aria-busy={percent !== null || undefined}
    >
      {wrong && (
        <div className="error-summary" role="alert" tabIndex={-1} ref={summary}>
          <h2>{labels.problem}</h2>
          <ul>
            <li>
              <a href="#field-file">{wrong}</a>
            </li>
          </ul>
        </div>
      )}
      <div className={wrong ? "field wrong" : "field"}>
        <label htmlFor="field-file">{labels.file}</label>
        <p className="hint" id="field-file-hint">
          {labels.hint}
        </p>
        {wrong && (
          <p className="error" id="field-file-error">
            <span className="vh">{labels.prefix}</span>
            {wrong}
          </p>
        )}
        <input
          className="input"
          id="field-file"
          name="file"
          type="file"
          accept={accept}
          aria-describedby={wrong ? "field-file-hint field-file-error" : "field-file-hint"}
          aria-invalid={wrong ? true : undefined}
        />
      </div>
      {percent !== null && <progress className="sent" value={percent} max={100} aria-label={labels.file} />}
      <p className="actions">
        <button className="button">{labels.submit}</button>
        <span role="status">
          {percent !== null && (percent < 100 ? labels.progress.replace("{percent}", String(percent)) : labels.working)}
        </span>
      </p>
    </form>
  );
}

interface Answer {
  status: number;
  said: { to?: string; message?: string };
}

/** fetch() does not say how much has been sent. A line that breaks is an answer like any other here. */
function sent(action: string, form: FormData, tell: (percent: number) => void): Promise<Answer> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", action);
    request.setRequestHeader("accept", "application/json");
    request.responseType = "json";
    request.upload.onprogress = ({ loaded, total }) => tell(Math.floor((100 * loaded) / (total || 1)));
    request.onloadend = () => resolve({ status: request.status, said: request.response ?? {} });
    request.send(form);
  });
}
