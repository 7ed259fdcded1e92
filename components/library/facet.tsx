import type { ListFilter } from "@/lib/write-ups/library-query";

export interface Offered {
  value: string;
  name: string;
  count: number;
  chosen: boolean;
  /** What stands for the name, such as a city's plate. */
  mark?: React.ReactNode;
}

interface Props {
  name: ListFilter;
  legend: string;
  offered: Offered[];
  form: string;
  /** With it a long list is folded after its first few, and this says how many more there are. */
  more?: (count: number) => string;
}

const IN_SIGHT = 6;

/** The values of one filter, each with how many write-ups it would leave. */
export function Facet({ name, legend, offered, form, more }: Props) {
  if (offered.length === 0) return null;
  const open = more
    ? offered.filter(({ chosen }, place) => chosen || place < IN_SIGHT || offered.length === IN_SIGHT + 1)
    : offered;
  const folded = offered.filter((one) => !open.includes(one));
  const choice = ({ value, name: what, mark, count, chosen }: Offered) => (
    <label className="choice" key={value}>
      <input type="checkbox" name={name} value={value} form={form} defaultChecked={chosen} />
      <span>
        {mark ?? what} <span className="count">{count}</span>
      </span>
    </label>
  );
  return (
    <fieldset>
      <legend className="label">{legend}</legend>
      {open.map(choice)}
      {more && folded.length > 0 && (
        <details>
          <summary>{more(folded.length)}</summary>
          {folded.map(choice)}
        </details>
      )}
    </fieldset>
  );
}
