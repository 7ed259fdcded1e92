/** What telephones and programs put beneath: how it begins, and what it names. */
const SENT =
  /^(?:sent (?:from|via|with|using)|inviat[oa] (?:da|dal|dalla|con|tramite)|gesendet (?:von|mit|über)|von mein|envoyé (?:de|depuis|avec|à partir)|enviad[oa] (?:desde|do|da|de|con|com|a partir)|(?:verzonden|verstuurd) (?:vanaf|met|via|vanuit)|wysłan[eoy] (?:z|za)|bidalia|get |scarica |télécharger |obtener |obter |pobierz |outlook )/iu;
const DEVICE =
  /phone|ipad|android|samsung|galaxy|huawei|xiaomi|outlook|mobil|m[óo]vil|telem[óo]vel|handy|telef|téléph|celular|cellulare|dispositivo|gerät|tablet|appareil|apparaat|toestel|urządzeni|proton|gmx|web\.de|yahoo|gmail|thunderbird|blackberry|k-9|fairemail|windows/iu;
const DEVICE_MAX = 120;

const CLOSING = new RegExp(
  `^(?:${[
    "(?:(?:kind|kindest|best|warm|warmest|many) )?regards|best wishes|all the best|best|cheers|sincerely|yours (?:sincerely|faithfully|truly)",
    "(?:(?:cordiali|cari|distinti|tanti|molti|un caro|un cordiale) )?salut[io]|cordialmente|a presto|buona giornata|buon lavoro",
    "(?:mit )?(?:freundlichen?|vielen?|besten?|lieben?|herzlichen?|schönen?)r? gr(?:u|ü)(?:ß|ss)(?:en?)?|mfg|vg|lg",
    "(?:bien )?cordialement|bien à vous|(?:(?:meilleures|sincères) )?salutations|bonne (?:journée|soirée)",
    "(?:un )?(?:cordial )?saludos?(?: cordiales)?|atentamente|un abrazo|abrazos",
    "atenciosamente|(?:com os melhores )?cumprimentos|(?:um )?abraços?",
    "(?:met )?(?:vriendelijke|hartelijke) groet(?:en)?|groet(?:en|jes)?|mvg",
    "pozdrawiam(?: serdecznie)?|(?:serdeczne )?pozdrowienia|z (?:poważaniem|pozdrowieniami|wyrazami szacunku)",
    "agur(?: bero bat)?|ondo izan",
  ].join("|")})[,.!]?$`,
  "iu",
);

/** What stands beneath a closing, such as a name, a post and a number: short lines, and no sentence. */
const BENEATH = { lines: 10, characters: 120 };

/** The lines without what is put beneath each mail of theirs. Rather a name too many than a sentence too few. */
export function withoutSignature(lines: readonly string[]): string[] {
  const own = withoutDevice(untilDashes(lines));
  const at = own.findLastIndex((line) => CLOSING.test(line.trim()));
  const beneath = own.slice(at + 1).filter((line) => line.trim() !== "");
  const plain = beneath.every((line) => line.length <= BENEATH.characters && !/[.?!…]\s*$|^\s*p\.?\s?s\b/iu.test(line));
  const nothingElse = own.slice(0, Math.max(at, 0)).every((line) => line.trim() === "");
  return at < 0 || nothingElse || !plain || beneath.length > BENEATH.lines ? own : own.slice(0, at);
}

/** "-- " begins a signature by an old rule; without the blank, or as a long line of underscores, when little follows. */
function untilDashes(lines: readonly string[]): string[] {
  const at = lines.findIndex(
    (line, n) => line === "-- " || (/^(?:--|_{10,})\s*$/.test(line) && lines.length - n <= 2 * BENEATH.lines),
  );
  return at < 0 ? [...lines] : lines.slice(0, at);
}

function withoutDevice(lines: readonly string[]): string[] {
  const said = lines.flatMap((line, n) => (line.trim() === "" ? [] : [n])).slice(-4);
  const at = said.find((n) => {
    const line = lines[n]?.trim() ?? "";
    return line.length <= DEVICE_MAX && SENT.test(line) && DEVICE.test(line);
  });
  return at === undefined ? [...lines] : lines.slice(0, at);
}
