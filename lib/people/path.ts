/** The page of somebody who is still there: see isStillThere. */
export function personPath(id: string): string {
  return `/people/${id}`;
}
