"use server";

import { redirect } from "next/navigation";
import { type ActionResult, action } from "@/lib/action/action";
import { getLocale } from "@/lib/auth/current";
import { checkImport, takeImport } from "./mutations";
import { reportOf } from "./report";
import { CheckInput, TakeInput } from "./schema";
import type { Report } from "./types";

const runCheck = action(CheckInput, checkImport);
const runTake = action(TakeInput, takeImport);

/** What is in the file that was chosen, and what of it does not fit. */
export async function check(_state: ActionResult<Report> | null, form: FormData): Promise<ActionResult<Report>> {
  const sent = form instanceof FormData ? form : new FormData();
  const [file, workspaceId] = [sent.get("file"), String(sent.get("workspaceId") ?? "")];
  const bytes = file instanceof Blob ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
  const result = await runCheck(null, { workspaceId, file: bytes });
  if (!result.ok) return { ...result, values: { workspaceId } };
  return { ok: true, value: reportOf(result.value.read, result.value.kept, workspaceId, await getLocale()) };
}

/** All of it, as drafts. */
export async function take(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  const result = await runTake(null, form);
  if (!result.ok) return { ...result, values: {} };
  const { made, before, filesLeft } = result.value;
  redirect(`/import?${new URLSearchParams({ made: `${made}`, before: `${before}`, files: `${filesLeft}` })}`);
}
