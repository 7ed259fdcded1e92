"use client";

import { useRouter } from "next/navigation";
import { announce, focusWhenThere } from "./announce";
import { type FieldFor, PassageField, type WritingProps } from "./field";

interface Props extends WritingProps {
  field: FieldFor;
  formKey: string;
  /** The page without the field. */
  href: string;
}

/** A field that the page brought open: it works before JavaScript runs, and without it. */
export function OpenField({ href, ...props }: Props) {
  const router = useRouter();
  const { desk } = props;
  return (
    <PassageField
      {...props}
      sent={(comment) => {
        if (comment.passage || comment.parentId) announce("");
        router.replace(href, { scroll: false });
        router.refresh();
        focusWhenThere(`beside-${comment.id}`, props.field.kind === "reply" ? desk.answered : desk.posted);
      }}
      close={() => router.replace(href, { scroll: false })}
    />
  );
}
