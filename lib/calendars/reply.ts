/** What a calendar program says in answer to an invitation (RFC 5546, METHOD:REPLY). */
export interface CalendarReply {
  uid: string;
  /** Null when the program left it out. */
  sequence: number | null;
  stamp: Date | null;
  attendees: { email: string; answer: string }[];
}

/** Far more than any answer has; what is longer is none. */
const REPLY_MAX = 256 * 1024;

interface Line {
  name: string;
  parameters: Map<string, string>;
  value: string;
}

/** Reads an answer to an invitation; null for anything else, however it is broken. Takes the first event of several. */
export function readReply(text: string): CalendarReply | null {
  if (text.length > REPLY_MAX) return null;
  const { calendar, event } = linesOf(text);
  const uid = textOf(event, "UID");
  if (textOf(calendar, "METHOD")?.toUpperCase() !== "REPLY" || !uid) return null;
  const sequence = /^\d{1,9}$/.exec(textOf(event, "SEQUENCE") ?? "")?.[0];
  return {
    uid: uid.replace(/\\([\\;,])/g, "$1"),
    sequence: sequence === undefined ? null : Number(sequence),
    stamp: instantFrom(textOf(event, "DTSTAMP") ?? ""),
    attendees: event.flatMap(({ name, value, parameters }) =>
      name === "ATTENDEE" && /^mailto:/i.test(value)
        ? [{ email: value.slice(7).trim().toLowerCase(), answer: (parameters.get("PARTSTAT") ?? "").toUpperCase() }]
        : [],
    ),
  };
}

/** The lines of the calendar itself and of its first event, without those of what lies inside the event. */
function linesOf(text: string): { calendar: Line[]; event: Line[] } {
  const calendar: Line[] = [];
  const event: Line[] = [];
  const inside: string[] = [];
  let events = 0;
  for (const raw of text.replace(/\r?\n[ \t]/g, "").split(/\r?\n/)) {
    const line = lineFrom(raw);
    if (!line) continue;
    const part = line.value.trim().toUpperCase();
    if (line.name === "BEGIN") {
      inside.push(part);
      if (inside.join() === "VCALENDAR,VEVENT") events++;
    } else if (line.name === "END") inside.pop();
    else if (inside.join() === "VCALENDAR") calendar.push(line);
    else if (inside.join() === "VCALENDAR,VEVENT" && events === 1) event.push(line);
    if (inside.length > 8) break;
  }
  return { calendar, event };
}

/** `NAME;PARAMETER="value":value`: a colon or semicolon between quotes divides nothing. */
function lineFrom(raw: string): Line | null {
  const pieces: string[] = [];
  let from = 0;
  let quoted = false;
  for (let at = 0; at < raw.length; at++) {
    const sign = raw[at];
    if (sign === '"') quoted = !quoted;
    else if (!quoted && (sign === ";" || sign === ":")) {
      pieces.push(raw.slice(from, at));
      from = at + 1;
      if (sign === ":") return { ...named(pieces), value: raw.slice(from) };
    }
  }
  return null;
}

function named([name = "", ...parameters]: string[]): Pick<Line, "name" | "parameters"> {
  return {
    name: name.trim().toUpperCase(),
    parameters: new Map(
      parameters.map((parameter) => {
        const [key = "", ...value] = parameter.split("=");
        return [key.trim().toUpperCase(), value.join("=").replace(/^"|"$/g, "")];
      }),
    ),
  };
}

function textOf(lines: readonly Line[], name: string): string | undefined {
  return lines.find((line) => line.name === name)?.value.trim();
}

/** "20261124T160000Z" */
function instantFrom(text: string): Date | null {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text) ?? [];
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(at) ? null : new Date(at);
}
