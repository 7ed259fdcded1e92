import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { settings } from "@/lib/env/settings";
import type { Document, Kind } from "./document";
import { isSection, type TaskKey } from "./tasks";

/** What a form was made from. Only the part of the document that its task can change, and without HTML. */
export interface Base {
  document: Partial<Document>;
  crisisId: string | null;
}

const LARGEST = 4_000_000;

/**
 * What a form was made from, to be carried by the form itself: two changes can only be put together by somebody who knows what
 * both began with, and the text in hand is kept in its last state only. Signed, so that what comes back is ours.
 */
export function sealBase(
  { id, kind, document, crisis }: { id: string; kind: Kind; document: Document; crisis: { id: string } | null },
  task: TaskKey,
): string {
  return seal(id, task, { document: partFor(kind, document, task), crisisId: crisis?.id ?? null });
}

export function seal(id: string, task: TaskKey, base: Base): string {
  const packed = deflateRawSync(JSON.stringify(base)).toString("base64url");
  return `${packed}.${sign(id, task, packed)}`;
}

/** Null when it was not made here, or for another form. */
export function openBase(sealed: string | undefined, id: string, task: TaskKey): Base | null {
  const [packed = "", signature = ""] = (sealed ?? "").split(".");
  const [given, ours] = [Buffer.from(signature), Buffer.from(sign(id, task, packed))];
  if (packed === "" || given.length !== ours.length || !timingSafeEqual(given, ours)) return null;
  return JSON.parse(inflateRawSync(Buffer.from(packed, "base64url"), { maxOutputLength: LARGEST }).toString()) as Base;
}

export function partFor(kind: Kind, document: Document, task: TaskKey): Partial<Document> {
  const wanted = task === "organisations" ? "who-did-what" : task;
  const sections = document.sections.filter(({ key }) => key === wanted).map((section) => ({ ...section, html: "" }));
  if (isSection(kind, task) && task !== "conditions") return { sections };
  const { media: _, ...rest } = document;
  return { ...rest, sections };
}

function sign(id: string, task: TaskKey, packed: string): string {
  return createHmac("sha256", settings.secret).update(`base:${id}:${task}:${packed}`).digest("base64url");
}
