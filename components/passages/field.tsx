"use client";

import { useState } from "react";
import { Composer } from "@/components/comments/composer";
import type { ThreadLabels } from "@/components/comments/labels";
import { onEscape } from "@/components/comments/on-escape";
import { Refused } from "@/components/comments/use-thread";
import { sendComment } from "@/lib/comments/actions";
import type { ThreadComment } from "@/lib/comments/types";
import type { GivenPassage } from "@/lib/passages/schema";
import { firstWords } from "@/lib/passages/shortened";
import type { DeskLabels } from "./labels";

export interface WritingProps {
  writeUpId: string;
  labels: ThreadLabels;
  desk: DeskLabels;
  /** Who will read it, in words. */
  circle: string;
  /** The language of the interface, and that of a new comment unless one says otherwise. */
  locale: string;
  language: string;
}

export type FieldFor = { kind: "new"; passage: GivenPassage } | { kind: "reply"; id: string; name: string };

interface Props extends WritingProps {
  field: FieldFor;
  formKey: string;
  sent: (comment: ThreadComment) => void;
  close: () => void;
}

/** The field for a comment on a passage, or for an answer, where the passage stands. */
export function PassageField({
  field,
  writeUpId,
  labels,
  desk,
  circle,
  locale,
  language,
  formKey,
  sent,
  close,
}: Props) {
  const [lost, setLost] = useState(false);
  const isNew = field.kind === "new";
  const inside = isNew && !lost && field.passage.inside === true;

  async function send(form: FormData) {
    const result = await sendComment(form);
    if (result.ok) return sent(result.value);
    // The words have changed meanwhile: what is sent next is about the whole.
    if (result.values.passage === "") setLost(true);
    throw new Refused(result);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys pressed in the field come by here
    <div className="passage-field" lang={locale} onKeyDown={onEscape(close)}>
      <Composer
        kind="reply"
        id={isNew ? "write-passage" : "reply"}
        label={
          isNew
            ? desk.fieldLabel.replace("{words}", () => firstWords(field.passage.quote, 60))
            : labels.answerLabel.replace("{name}", () => field.name)
        }
        hint={inside ? desk.fieldCity : circle}
        submit={isNew ? desk.post : labels.postAnswer}
        hidden={
          isNew ? { writeUpId, passage: lost ? "" : JSON.stringify(field.passage) } : { writeUpId, parentId: field.id }
        }
        about={{ writeUpId }}
        parentId={isNew ? undefined : field.id}
        inside={inside}
        formKey={formKey}
        language={language}
        labels={labels}
        send={send}
        onCancel={close}
      />
    </div>
  );
}
