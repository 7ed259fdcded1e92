import { clean } from "@/lib/text/input";
import { NAME_MAX } from "./limits";

/**
 * A file's name as it may be kept: no folders, nothing that changes how a name reads, and an ending that is true: one of
 * `endings`. An ending that was true before the file was changed is among `replaced`.
 */
export function safeName(
  given: string,
  endings: readonly [string, ...string[]],
  replaced: readonly string[] = [],
): string {
  const plain = plainName(given);
  const ending = endingOf(plain);
  const isTrue = endings.includes(ending);
  const base = isTrue || replaced.includes(ending) ? plain.slice(0, -ending.length - 1) : plain;
  return `${[...base].slice(0, NAME_MAX).join("").trim() || "file"}.${isTrue ? ending : endings[0]}`;
}

/** What a name says that a file is: "pdf". Empty when it says nothing. */
export function endingOf(name: string): string {
  return /\.([^.]{1,10})$/.exec(plainName(name))?.[1]?.toLowerCase() ?? "";
}

function plainName(given: string): string {
  const last = given.toWellFormed().split(/[\\/]/).at(-1) ?? "";
  return (
    clean(last.replaceAll("\0", ""))
      .replace(/\s+/g, " ")
      // Marks that turn the direction of writing make "gnp.exe" of "exe.png"; the others are not seen at all.
      .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "")
      .replace(/[<>:"|?*]/g, "_")
      .replace(/^[.\s]+|[.\s]+$/g, "")
  );
}

/** Content-Disposition as RFC 6266 has it: plain letters for those who read no more, the name itself for the others. */
export function disposition(how: "inline" | "attachment", name: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/[^\x20-\x7e]/g, "")
    .replace(/["\\%]/g, "_")
    .replace(/^\./, "file.");
  const full = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${how}; filename="${plain}"; filename*=UTF-8''${full}`;
}
