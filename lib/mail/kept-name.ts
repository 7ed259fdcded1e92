/** "20261124T160000Z-" and the mail's id: names sort by time, and nothing else is ever opened. */
export const KEPT_NAME = /^(\d{8}T\d{6}Z-[0-9a-hjkmnp-tv-z]{16})\.eml$/;

export function keptName({ createdAt, id }: { createdAt: Date; id: string }): string {
  return `${createdAt.toISOString().replace(/\.\d+/, "").replace(/[-:]/g, "")}-${id}.eml`;
}
