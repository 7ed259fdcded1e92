"use client";

import { useRouter } from "next/navigation";
import { announce, focusWhenThere } from "./announce";
import { type FieldFor, PassageField, type WritingProps } from "./field";

interface Props extends WritingProps {
  field: FieldFor;
  formKey: string;
  /** The page without the field. */
  href: string;
  /** The comment that is answered, as it stands beside the text. */
  rootId?: string;
}

/** A field that the page brought open: it works before JavaScript runs, and without it. */
export function OpenField({ href, rootId, ...props }: Props) {
  const router = useRouter();
  const { desk } = props;
  return (
    <PassageField
      {...props}
      sent={(comment) => {
        if (comment.passage || comment.parentId) announce("");
        router.replace(href, { scroll: false });
        router.refresh();
        focusWhenThere(`beside-${rootId ?? comment.id}`, rootId ? desk.answered : desk.posted);
      }}
      close={() => router.replace(href, { scroll: false })}
    />
  );
}
