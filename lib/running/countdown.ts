/** "7:42", "0:05", "1:02:00": what is left, or how much it is over. */
export function countdown(seconds: number): string {
  const all = Math.abs(Math.trunc(seconds));
  const [hours, minutes, rest] = [Math.floor(all / 3600), Math.floor(all / 60) % 60, all % 60];
  const two = (number: number) => String(number).padStart(2, "0");
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
