import "server-only";
import type { Reader } from "@/lib/auth/actor";
import { AppError } from "@/lib/errors/errors";
import { loadComment } from "./load";
import { pathOf } from "./paths";

/** Where a comment stands; null when it is not there for the reader. */
export async function placeOfComment(reader: Reader, id: string): Promise<string | null> {
  const loaded = await findComment(reader, id);
  return loaded && pathOf(loaded.about, id);
}

/** The comment with what it is about, or null when it is not there for the reader. */
export async function findComment(reader: Reader, id: string) {
  try {
    return await loadComment(reader, id);
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === "not_found") return null;
    throw thrown;
  }
}
