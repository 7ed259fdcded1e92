import { getLocale } from "@/lib/auth/current";
import { fileAnswer } from "@/lib/exports/answer";
import { route } from "@/lib/http/response";
import { exampleTable } from "@/lib/imports/example";

export const GET = route(async () => {
  const content = exampleTable(await getLocale());
  return fileAnswer({ content, type: "text/csv; charset=utf-8", name: "stafeta-cases.csv" });
});
