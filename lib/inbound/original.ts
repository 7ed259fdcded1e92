import { isMarker } from "./marker";

/** Who wrote what follows, as mail programs put it, in the languages of our people and their neighbours. */
const WROTE =
  /(?<!\p{L})(?:wrote|writes|ha scritto|scrive|schrieb|schreef|écrit|escribió|escreveu|napisał(?:\(a\)|a)?|pisze|skrev|idatzi|scríobh|寫道|写道)(?!\p{L})/iu;
const ADDRESS = /[<([]\s*(?:mailto:)?[^\s<>()[\]]+@[^\s<>()[\]]+\s*[>)\]]/;
const TIME = /(?<!\d)\d{1,2}[:.h]\d{2}(?!\d)/;
const DATE =
  /(?<!\d)(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{2}-\d{2}|\d{1,2}\.?(?: de)? \p{L}{3,}\.?,?(?: de)? \d{4}|\p{L}{3,}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{4}年)/u;
/** How its first line begins, where it has several. */
const STARTS = /^(?:on|am|op|le|el|il|il giorno|em|w dniu|dnia|\p{L}{2,4}\.?,?) [\p{L}\d]/iu;

const BEGINS =
  /^[-_*\s]*(?:begin forwarded message|(?:original|forwarded) message|ursprüngliche nachricht|weitergeleitete nachricht|messaggio (?:originale|inoltrato)|inizio messaggio inoltrato|message (?:d['’]origine|original|transféré)|mensaje (?:original|reenviado)|mensagem (?:original|encaminhada)|(?:oorspronkelijk|doorgestuurd) bericht|(?:oryginalna|przekazana) wiadomość|wiadomość (?:oryginalna|przekazana))[-_*\s]*:?[-_*\s]*$/iu;

const FROM = /^[*_\s]*(?:from|von|da|de|van|od|nork)\s?:[*_]*\s*\S/iu;
const ABOUT = /^[*_\s]*(?:subject|betreff|oggetto|objet|asunto|assunto|onderwerp|temat|gaia)\s?:/iu;

/** Longer lines are nobody's header. */
const HEADER_MAX = 400;

/** The line at which somebody else's mail begins that is not marked by ">"; the number of lines when there is none. */
export function originalAt(lines: readonly string[]): number {
  const at = lines.findIndex(
    (line, n) => isMarker(unless(line)) || begins(line) || isHeaderBlock(lines, n) || namesWriter(lines, n, false) > 0,
  );
  return at < 0 ? lines.length : at;
}

/** How many lines from this one on say who wrote what is quoted beneath: none, mostly. */
export function attributionAt(lines: readonly string[], n: number): number {
  return namesWriter(lines, n, true);
}

function begins(line: string): boolean {
  return line.length <= 100 && BEGINS.test(line);
}

/** "From: … Sent: … To: … Subject: …": whom it went to may take some lines. */
function isHeaderBlock(lines: readonly string[], n: number): boolean {
  if (!FROM.test((lines[n] ?? "").slice(0, HEADER_MAX))) return false;
  return lines.slice(n + 2, n + 12).some((line) => ABOUT.test(line.slice(0, HEADER_MAX)));
}

/** "On 23 Nov 2026 at 10:12, Stafeta <no-reply@example.org> wrote:", over up to three lines. */
function namesWriter(lines: readonly string[], n: number, quoted: boolean): number {
  let joined = "";
  for (let count = 1; count <= 3; count++) {
    const line = lines[n + count - 1]?.trim() ?? "";
    if (line === "" || line.startsWith(">") || joined.length + line.length > HEADER_MAX) return 0;
    joined = `${joined} ${line}`;
    if (!/[:：]\s*$/.test(line)) continue;
    const next = nextSaid(lines, n + count);
    // A marked quote is dropped for itself. What is not marked ends the mail, so that more is asked of the line above it.
    if (next.trimStart().startsWith(">") !== quoted) return 0;
    const enough = (text: string) => (quoted ? soundsLikeIt(text) : isIt(text));
    const first = lines[n]?.trim() ?? "";
    // Somebody's last line may stand right above it.
    if (count > 1 && enough(joined.slice(first.length + 2)) && (!STARTS.test(first) || /[.!?…]$/.test(first))) return 0;
    return enough(joined) ? count : 0;
  }
  return 0;
}

function nextSaid(lines: readonly string[], from: number): string {
  for (let n = from; n < lines.length; n++) if (lines[n]?.trim()) return lines[n] ?? "";
  return "";
}

function isIt(text: string): boolean {
  const [wrote, date, time] = [WROTE, DATE, TIME].map((pattern) => pattern.test(text));
  return ADDRESS.test(text) ? Boolean(wrote || date || time) : Boolean(wrote && date && time);
}

function soundsLikeIt(text: string): boolean {
  return isIt(text) || (WROTE.test(text) && (DATE.test(text) || TIME.test(text)));
}

/** A marked marker is part of a quote, beneath which somebody may have answered. */
function unless(line: string): string {
  return line.trimStart().startsWith(">") ? "" : line;
}
