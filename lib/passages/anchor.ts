/**
 * A passage as it read when somebody pointed at it: its words and those around it, so that it is found again in a text that
 * has changed. Plain words, without the marks of Markdown or HTML.
 */
export interface Anchor {
  /** The section of the write-up, such as "problem". */
  section: string;
  /** The language of the text that was read. */
  language: string;
  quote: string;
  before: string;
  after: string;
  /** Where it began in the section's words, in UTF-16 units: of several equal passages the nearest one is meant. */
  start: number;
}
