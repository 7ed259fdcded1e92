interface Props {
  title: string;
  lang?: string;
  children: React.ReactNode;
}

/** The notes of one step under its title. */
export function NoteGroup({ title, lang, children }: Props) {
  return (
    <div className="note-group">
      <h3 lang={lang}>{title}</h3>
      <ul className="rows">{children}</ul>
    </div>
  );
}
