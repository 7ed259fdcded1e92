import { z } from "zod";
import { filledRows, stepRow, stepRows } from "@/lib/formats/schema";
import { idInput, line } from "@/lib/text/input";

const row = z.strictObject({
  ...stepRow,
  writeUpId: z.union([z.literal(""), idInput], { error: "agenda.error.writeUp" }).default(""),
});

export const AgendaInput = z.strictObject({
  id: idInput,
  /** The mark of the agenda that the form was made from. */
  seen: line(40),
  /** Pressed: the steps are stretched or shortened until they fill the session. */
  fit: z.literal("yes").optional(),
  rows: stepRows(row),
});
export type AgendaInput = z.infer<typeof AgendaInput>;

export const agendaRows = (input: AgendaInput) => filledRows(input.rows);
export type AgendaRow = ReturnType<typeof agendaRows>[number];
