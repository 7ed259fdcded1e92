/** Languages in order of preference: the first one, then the others in the order they had before, then as they come. */
export function inOrder(first: string, others: readonly string[], before: readonly string[] = []): string[] {
  const kept = before.filter((language) => others.includes(language));
  return [...new Set([first, ...kept, ...others])];
}
