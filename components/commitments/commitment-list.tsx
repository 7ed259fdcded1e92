import type { Commitment } from "@/lib/commitments/types";
import type { Locale } from "@/lib/i18n/locales";
import { CommitmentRow } from "./commitment-row";

interface Props {
  items: Commitment[];
  withoutCity?: boolean;
  className?: string;
  locale: Locale;
}

export function CommitmentList({ items, withoutCity, className = "", locale }: Props) {
  return (
    <ul className={`rows dated ${className}`.trim()}>
      {items.map((commitment) => (
        <CommitmentRow commitment={commitment} withoutCity={withoutCity} locale={locale} key={commitment.id} />
      ))}
    </ul>
  );
}
