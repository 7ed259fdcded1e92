import type { APIResponse } from "@playwright/test";
import mammoth from "mammoth";
import { wordsIn } from "@/lib/exports/pdf/read-back";

/** All that came: the words of a file as somebody reads them, and what the headers say. */
export async function wordsOf(answer: APIResponse): Promise<string> {
  const [type, body] = [answer.headers()["content-type"] ?? "", await answer.body()];
  const headers = JSON.stringify(answer.headers());
  if (type.includes("pdf")) return `${headers}${wordsIn(body)}${body.toString("latin1")}`;
  if (type.includes("wordprocessingml")) return `${headers}${(await mammoth.extractRawText({ buffer: body })).value}`;
  return headers + body.toString("utf8");
}
