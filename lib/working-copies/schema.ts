import { z } from "zod";
import { isContentLanguage } from "@/lib/i18n/locales";
import { idInput } from "@/lib/text/input";
import { partKeys } from "@/lib/translations/words";
import { KINDS } from "@/lib/write-ups/document";
import { isTask } from "@/lib/write-ups/tasks";
import { fileOfTask } from "./file-task";
import { COPY_MAX, FIELDS_MAX, NAME_MAX } from "./limits";

const whole = z.int().min(0).max(2_000_000_000);

export const FormAddressInput = z.strictObject({
  writeUp: idInput,
  /** One that there is: each name makes room for another copy. */
  task: z
    .string()
    .refine(
      (task) =>
        fileOfTask(task) !== null ||
        KINDS.some((kind) => isTask(kind, task) || partKeys(kind).some((part) => part === task)),
    ),
  language: z.string().refine(isContentLanguage),
});

/** Text as it is typed, half a date or half a sentence: kept as it is, without what PostgreSQL cannot hold. */
const typed = z
  .string()
  .max(COPY_MAX)
  .transform((value) => value.toWellFormed().replaceAll("\0", ""));

export const CopyInput = FormAddressInput.extend({
  fields: z.array(z.tuple([typed.pipe(z.string().max(NAME_MAX)), typed])).max(FIELDS_MAX),
  version: whole,
  seen: z.string().regex(/^[\w-]{0,80}$/),
  serial: whole,
}).refine(({ fields }) => fields.reduce((sum, [name, value]) => sum + name.length + value.length, 0) <= COPY_MAX);

export type FormAddressInput = z.infer<typeof FormAddressInput>;
export type CopyInput = z.infer<typeof CopyInput>;
