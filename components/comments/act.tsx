interface Props {
  /** Where it leads without JavaScript. */
  href: string;
  /** What it does on the page instead. */
  act?: () => unknown;
  busy?: boolean;
  children: React.ReactNode;
}

/** A link that acts on the page once JavaScript runs. */
export function Act({ href, act, busy, children }: Props) {
  return (
    <a
      className="act"
      href={href}
      aria-busy={busy || undefined}
      onClick={
        act &&
        ((event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          act();
        })
      }
    >
      {children}
    </a>
  );
}
