/** The tones of the strip of hours, by weight, and the dots that say the same. */
export type Tone = "w0" | "w1" | "w2" | "w4" | "wx";
export const TONES: readonly Tone[] = ["w0", "w1", "w2", "w4", "wx"];
export const MARKS: Record<Tone, string> = { w0: "", w1: "·", w2: ":", w4: "::", wx: "×" };

/** A weight below nought is not allowed. */
export function toneOf(weight: number): Tone {
  if (weight < 0) return "wx";
  return weight === 0 ? "w0" : weight === 1 ? "w1" : weight === 2 ? "w2" : "w4";
}
