"use client";

import { useErrorWords } from "@/components/layout/error-words";

/** When a page fails: what happened, what is safe, what to do. */
export default function PageError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const words = useErrorWords();
  if (!words) return null;
  return (
    <div className="opening">
      <div className="text stack" role="alert">
        <h1>{words.title}</h1>
        <p className="lead">{words.text}</p>
        {error.digest && (
          <p>
            {words.sign} <code>{error.digest}</code>
          </p>
        )}
        <p className="actions">
          <button type="button" className="button" onClick={reset}>
            {words.again}
          </button>
          <a href="/">{words.home}</a>
        </p>
      </div>
    </div>
  );
}
