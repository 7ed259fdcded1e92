interface Props {
  /** The page that lists what is looked for. */
  path: string;
  title: string;
  submit: string;
  /** The fields. */
  children: React.ReactNode;
}

/** What a list is narrowed by, beside it: a plain form that asks by the address. Folded on a phone. */
export function Finder({ path, title, submit, children }: Props) {
  return (
    <search className="hung" aria-label={title}>
      <details className="wide-open">
        <summary>{title}</summary>
        <form className="stack" action={path}>
          {children}
          <p className="actions">
            <button className="button quiet">{submit}</button>
          </p>
        </form>
      </details>
    </search>
  );
}
