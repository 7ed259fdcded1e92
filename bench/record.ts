import { db } from "@/db/client";

/** A statement as the page sends it. */
export interface Statement {
  sql: string;
  params: (string | number | boolean | null)[];
}

/** The statements that `work` sends, in their order: the floor sends the very same ones. */
export async function recorded(work: () => Promise<unknown>): Promise<Statement[]> {
  const client = db.$client;
  const statements: Statement[] = [];
  const { unsafe } = client;
  client.unsafe = ((text: string, params: Statement["params"] = [], ...rest: never[]) => {
    statements.push({ sql: text, params });
    return unsafe(text, params, ...rest);
  }) as typeof unsafe;
  try {
    await work();
  } finally {
    client.unsafe = unsafe;
  }
  return statements;
}
