/** A plain date as a moment to print it by, in UTC. */
export function noonOf(date: string): Date {
  return new Date(`${date}T12:00:00Z`);
}
