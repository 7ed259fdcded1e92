/** Whether two parts of a document say the same; the HTML follows from the words. */
export function same(a: unknown, b: unknown): boolean {
  return a === b || stable(a) === stable(b);
}

/** As text. The database keeps keys in an order of its own, and a field that is left out says as much as an empty one. */
export function stable(value: unknown): string {
  return (
    JSON.stringify(value, (key, inner) => {
      if (key === "html" || inner === undefined || inner === "") return null;
      if (typeof inner !== "object" || inner === null || Array.isArray(inner)) return inner;
      return Object.fromEntries(
        Object.entries(inner)
          .filter(([, one]) => one !== null && one !== "" && one !== undefined)
          .sort(([a], [b]) => (a < b ? -1 : 1)),
      );
    }) ?? "null"
  );
}
