/** "9", "9:30", "09.30" or "24:00" as minutes from midnight, or null. */
export function parseHour(typed: string): number | null {
  const match = /^(\d{1,2})(?:[:.h](\d{2}))?$/.exec(typed.trim());
  if (!match) return null;
  const minutes = Number(match[1]) * 60 + Number(match[2] ?? 0);
  return Number(match[2] ?? 0) < 60 && minutes <= 1440 ? minutes : null;
}

/** 570 → "09:30" */
export function formatHour(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}
