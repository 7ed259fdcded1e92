import "server-only";
import { createHash } from "node:crypto";
import type { Reader } from "@/lib/auth/actor";
import { getFile } from "@/lib/files/queries";
import { fileStore, keyOf } from "@/lib/files/store";
import type { PortableFileContent } from "./format";
import { stored } from "./pictures";
import type { ReadableWriteUp } from "./types";

/** Together they must fit into what an import takes. */
const INSIDE_MAX = 2 * 1024 * 1024;
const FILES_MAX = 200;

/**
 * The files that the texts show, with their content as long as there is room for it; of the others only what they are, since
 * their address stands in the text. A picture in its widest size.
 */
export async function filesInside(
  reader: Reader,
  writeUps: readonly ReadableWriteUp[],
): Promise<PortableFileContent[]> {
  const ids = writeUps.flatMap(({ texts }) =>
    texts.flatMap(({ document }) => document.media.map(({ fileId }) => fileId)),
  );
  const files: PortableFileContent[] = [];
  let left = INSIDE_MAX;
  for (const id of [...new Set(ids)].slice(0, FILES_MAX)) {
    const file = await getFile(reader, id);
    if (!file) continue;
    const content =
      file.bytes <= left
        ? await stored(() =>
            fileStore().get(keyOf(file.id, file.kind === "picture" ? file.sizes[0]?.width : undefined)),
          )
        : null;
    left -= content?.length ?? 0;
    const { name, mediaType, bytes } = file;
    // Of what is inside the sum is that of its bytes: a picture was made anew when it was added.
    const sha256 = content ? createHash("sha256").update(content).digest("hex") : file.sha256;
    files.push({ id, name, mediaType, bytes, sha256, data: content?.toString("base64") ?? null });
  }
  return files;
}
