import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import type { ActionResult } from "@/lib/action/action";
import type { Locale } from "@/lib/i18n/locales";
import type { PollView } from "@/lib/polls/types";
import { PollOptionRow } from "./option-row";

interface Props {
  poll: PollView;
  action: (state: ActionResult | null, form: FormData) => Promise<ActionResult>;
  /** What the form sends besides the vote. */
  hidden: Record<string, string>;
  locale: Locale;
}

/** All options as one form: each vote is a button that sends. */
export function VoteList({ poll, action, hidden, locale }: Props) {
  return (
    <Form action={action} words={formWords(locale)} before={<Hidden values={hidden} />}>
      <ol className="options" id="field-vote">
        {poll.options.map((option) => (
          <PollOptionRow option={option} poll={poll} locale={locale} key={option.id} />
        ))}
      </ol>
    </Form>
  );
}

function Hidden({ values }: { values: Record<string, string> }) {
  return Object.entries(values).map(([name, value]) => <input type="hidden" name={name} value={value} key={name} />);
}
