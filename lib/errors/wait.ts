/** How long to wait, as one says it: seconds below a minute and a half, minutes below an hour and a half, then hours. Never too short. */
export function waitFor(seconds: number): { unit: "seconds" | "minutes" | "hours"; count: number } {
  const whole = Math.max(1, Math.ceil(seconds));
  if (whole < 90) return { unit: "seconds", count: whole };
  const minutes = Math.ceil(whole / 60);
  return minutes < 90 ? { unit: "minutes", count: minutes } : { unit: "hours", count: Math.ceil(whole / 3600) };
}
