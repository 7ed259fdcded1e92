/** Class names that hold: `cn("button", quiet && "quiet")`. */
export function cn(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(" ");
}
