"use client";

import { useState } from "react";
import { useFormState } from "@/components/ui/form";

/** The mark of one form, by which two sendings make one session. It stays while the page around the form is made anew. */
export function FormKey({ fresh }: { fresh: string }) {
  const { values } = useFormState();
  const [kept] = useState(typeof values.formKey === "string" ? values.formKey : fresh);
  return <input type="hidden" name="formKey" value={kept} />;
}
