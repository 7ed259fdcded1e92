import { personPath } from "@/lib/people/path";

/** A word that no column is wide enough for. */
const LONG = /\S{24}/u;

interface Props {
  person: { id: string; name: string };
  /** The name with something in it set apart. */
  children?: React.ReactNode;
}

/** A person's name, leading to their page. Names may run from right to left: they are kept apart from what follows. */
export function PersonName({ person, children }: Props) {
  return (
    <a className="plain named" href={personPath(person.id)}>
      <bdi className={LONG.test(person.name) ? "long" : undefined}>{children ?? person.name}</bdi>
    </a>
  );
}
