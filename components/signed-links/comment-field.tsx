"use client";

import { fieldId, useFormState } from "@/components/ui/form";

interface Props {
  label: string;
  hint: string;
  errorPrefix: string;
  /** Whether one can write at once, also before or without JavaScript. */
  focused: boolean;
  languageLabel: string;
  language: string;
  languages: Record<string, string>;
  /** What sends it. */
  children: React.ReactNode;
}

/** The field for a comment, with its language. What was typed stays when it was refused; the focus is then at the reason. */
export function CommentField({
  label,
  hint,
  errorPrefix,
  focused,
  languageLabel,
  language,
  languages,
  children,
}: Props) {
  const { values, fields } = useFormState();
  const [words, tongue] = [fieldId("markdown"), fieldId("language")];
  const error = fields.markdown;
  const typed = (name: string) => (typeof values[name] === "string" ? values[name] : undefined);
  return (
    <>
      <div className={error ? "field wrong" : "field"}>
        <label htmlFor={words}>{label}</label>
        <p className="hint" id={`${words}-hint`}>
          {hint}
        </p>
        {error && (
          <p className="error" id={`${words}-error`}>
            <span className="vh">{errorPrefix}</span>
            {error}
          </p>
        )}
        <textarea
          className="input"
          id={words}
          name="markdown"
          rows={5}
          dir="auto"
          // biome-ignore lint/a11y/noAutofocus: the mail's link says that one answers here, and nothing else is to be done
          autoFocus={focused && typed("markdown") === undefined}
          defaultValue={typed("markdown") ?? ""}
          aria-describedby={`${words}-hint${error ? ` ${words}-error` : ""}`}
          aria-invalid={error ? true : undefined}
        />
      </div>
      <div className="foot">
        <div className="field">
          <label htmlFor={tongue}>{languageLabel}</label>
          <select className="input" id={tongue} name="language" defaultValue={typed("language") ?? language}>
            {Object.entries(languages).map(([tag, name]) => (
              <option key={tag} value={tag} lang={tag}>
                {name}
              </option>
            ))}
          </select>
        </div>
        {children}
      </div>
    </>
  );
}
