"use client";

import { useState } from "react";
import { useFormState } from "@/components/ui/form";

interface Props {
  type: "radio" | "checkbox";
  name: string;
  value: string;
  /** Whether it is ticked at first; what was sent before goes first. */
  ticked: boolean;
  describedBy?: string;
  children: React.ReactNode;
}

/** A radio or a tick with its words. It stays as its person left it while the page around it changes. */
export function Choice({ type, name, value, ticked, describedBy, children }: Props) {
  const { values } = useFormState();
  // A form that was sent with nothing ticked has no value for the name at all.
  const sent = "formKey" in values ? [values[name] ?? []].flat().includes(value) : ticked;
  const [first] = useState(sent);
  return (
    <label className="choice">
      <input type={type} name={name} value={value} defaultChecked={first} aria-describedby={describedBy} />
      {children}
    </label>
  );
}
