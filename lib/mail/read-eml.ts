export interface ReadMessage {
  to: string;
  from: string;
  subject: string;
  date: Date | null;
  text: string;
  html: string;
  attachments: { filename: string; content: string }[];
}

interface Part {
  headers: Map<string, string>;
  body: string;
}

/** Reads the messages that we wrote ourselves; it is no general reader of mail. `raw` is one character for each byte. */
export function readEml(raw: string): ReadMessage {
  const whole = split(raw);
  const parts = leaves(whole);
  const ofType = (type: string) =>
    parts.find((part) => contentType(part).startsWith(type) && !part.headers.has("content-disposition"));
  const date = new Date(whole.headers.get("date") ?? "");
  return {
    to: header(whole, "to"),
    from: header(whole, "from"),
    subject: header(whole, "subject"),
    date: Number.isNaN(date.getTime()) ? null : date,
    text: decoded(ofType("text/plain")),
    html: decoded(ofType("text/html")),
    attachments: parts
      .filter((part) => part.headers.get("content-disposition")?.startsWith("attachment"))
      .map((part) => ({
        filename: parameter(part.headers.get("content-disposition") ?? "", "filename") ?? "",
        content: decoded(part),
      })),
  };
}

function split(raw: string): Part {
  const at = raw.search(/\r?\n\r?\n/);
  const head = at < 0 ? raw : raw.slice(0, at);
  const lines = head.replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/);
  const headers = lines.flatMap((line): [string, string][] => {
    const colon = line.indexOf(":");
    return colon > 0 ? [[line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]] : [];
  });
  return { headers: new Map(headers), body: at < 0 ? "" : raw.slice(at).replace(/^\r?\n\r?\n/, "") };
}

function leaves(part: Part): Part[] {
  const type = part.headers.get("content-type") ?? "";
  const boundary = type.startsWith("multipart/") ? parameter(type, "boundary") : null;
  if (!boundary) return [part];
  const inner = part.body.split(`--${boundary}`).slice(1, -1);
  return inner.flatMap((piece) => leaves(split(piece.replace(/^\r?\n/, ""))));
}

function contentType(part: Part): string {
  return part.headers.get("content-type") ?? "text/plain";
}

function parameter(value: string, name: string): string | null {
  const found = new RegExp(`${name}="?([^";]+)"?`, "i").exec(value);
  return found?.[1] ?? null;
}

function decoded(part: Part | undefined): string {
  if (!part) return "";
  const encoding = part.headers.get("content-transfer-encoding")?.toLowerCase();
  if (encoding === "base64") return Buffer.from(part.body, "base64").toString("utf8");
  if (encoding === "quoted-printable") return bytes(part.body.replace(/=\r?\n/g, ""));
  return Buffer.from(part.body, "latin1").toString("utf8");
}

/** "=C3=A0" → the bytes they stand for, read as UTF-8. */
function bytes(text: string): string {
  const latin = text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(latin, "latin1").toString("utf8");
}

/** A header with its encoded words, "=?UTF-8?Q?citt=C3=A0?=", put back into letters. */
function header(part: Part, name: string): string {
  return (part.headers.get(name) ?? "")
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?utf-8\?([qb])\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
      kind.toLowerCase() === "b" ? Buffer.from(text, "base64").toString("utf8") : bytes(text.replaceAll("_", " ")),
    );
}
