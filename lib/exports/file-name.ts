/** A name for a file from a title: small letters, digits and hyphens, so that every system takes it. */
export function fileNameFrom(title: string, ending: string): string {
  const plain = title
    .replaceAll("ł", "l")
    .replaceAll("Ł", "L")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 60)
    .replace(/^-+|-+$/g, "");
  return `${plain || "stafeta"}.${ending}`;
}
