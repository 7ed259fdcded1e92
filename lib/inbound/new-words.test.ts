import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { htmlWords } from "./html-words";
import { markerLine } from "./marker";
import { newWords } from "./new-words";

const WORDS = "We did the same in 2021.\n\nThe keys stayed at the corner shop, at 9:30 each day.";
const QUOTE = [
  "— Write your answer above this line —",
  "",
  "Joost V. commented on “Torino Solidale”",
  "",
  "How did you keep it up?",
];
const quoted = QUOTE.map((line) => `> ${line}`.trimEnd()).join("\n");
const bare = QUOTE.join("\n");

/** How programs put, in their people's languages, who wrote the mail beneath. */
const ATTRIBUTIONS = {
  "Gmail, en": "On Mon, 23 Nov 2026 at 10:12, Stafeta <no-reply@stafeta.example> wrote:",
  "Gmail, en, broken": "On Mon, 23 Nov 2026 at 10:12, Stafeta <\nno-reply@stafeta.example> wrote:",
  "Gmail, it": "Il giorno lun 23 nov 2026 alle ore 10:12 Stafeta <no-reply@stafeta.example>\nha scritto:",
  "Gmail, de": "Am Mo., 23. Nov. 2026 um 10:12 Uhr schrieb Stafeta <\nno-reply@stafeta.example>:",
  "Gmail, fr": "Le lun. 23 nov. 2026 à 10:12, Stafeta <no-reply@stafeta.example> a écrit :",
  "Gmail, es": "El lun, 23 nov 2026 a las 10:12, Stafeta (<no-reply@stafeta.example>) escribió:",
  "Gmail, pt": "Em seg., 23 de nov. de 2026 às 10:12, Stafeta <no-reply@stafeta.example> escreveu:",
  "Gmail, nl": "Op ma 23 nov 2026 om 10:12 schreef Stafeta <no-reply@stafeta.example>:",
  "Gmail, pl": "pon., 23 lis 2026 o 10:12 Stafeta <no-reply@stafeta.example> napisał(a):",
  "Gmail, eu": "Stafeta (<no-reply@stafeta.example>) erabiltzaileak hau idatzi du (2026 aza. 23, 10:12):",
  "Apple, en": "On 23 Nov 2026, at 10:12, Stafeta <no-reply@stafeta.example> wrote:",
  "Apple, it": "Il giorno 23 nov 2026, alle ore 10:12, Stafeta <no-reply@stafeta.example> ha scritto:",
  "Apple, de": "Am 23.11.2026 um 10:12 schrieb Stafeta <no-reply@stafeta.example>:",
  "Apple, nl": "Op 23 nov 2026 om 10:12 heeft Stafeta <no-reply@stafeta.example> het volgende geschreven:",
  "Thunderbird, en": "On 23/11/2026 10:12, Stafeta wrote:",
  "Thunderbird, de": "Am 23.11.26 um 10:12 schrieb Stafeta:",
  "Thunderbird, it": "Il 23/11/26 10:12, Stafeta ha scritto:",
  "Thunderbird, pl": "W dniu 23.11.2026 o 10:12, Stafeta pisze:",
  "Thunderbird, nl": "Op 23-11-2026 om 10:12 schreef Stafeta:",
  "Proton, en": "On Monday, November 23rd, 2026 at 10:12 AM, Stafeta <no-reply@stafeta.example> wrote:",
};

/** The head of the mail beneath, as Outlook puts it. */
const HEADS = {
  en: "From: Stafeta <no-reply@stafeta.example>\nSent: Monday, November 23, 2026 10:12 AM\nTo: Ana <ana@example.org>\nSubject: Joost V. commented",
  it: "Da: Stafeta <no-reply@stafeta.example>\nInviato: lunedì 23 novembre 2026 10:12\nA: Ana <ana@example.org>\nOggetto: Joost V. ha commentato",
  de: "Von: Stafeta <no-reply@stafeta.example>\nGesendet: Montag, 23. November 2026 10:12\nAn: Ana <ana@example.org>\nBetreff: Joost V. commented",
  fr: "De : Stafeta <no-reply@stafeta.example>\nEnvoyé : lundi 23 novembre 2026 10:12\nÀ : Ana <ana@example.org>\nObjet : Joost V. commented",
  es: "De: Stafeta <no-reply@stafeta.example>\nEnviado el: lunes, 23 de noviembre de 2026 10:12\nPara: Ana <ana@example.org>\nAsunto: Joost V. commented",
  pt: "De: Stafeta <no-reply@stafeta.example>\nEnviada em: segunda-feira, 23 de novembro de 2026 10:12\nPara: Ana <ana@example.org>\nAssunto: Joost V. commented",
  nl: "Van: Stafeta <no-reply@stafeta.example>\nVerzonden: maandag 23 november 2026 10:12\nAan: Ana <ana@example.org>\nOnderwerp: Joost V. commented",
  pl: "Od: Stafeta <no-reply@stafeta.example>\nWysłane: poniedziałek, 23 listopada 2026 10:12\nDo: Ana <ana@example.org>\nTemat: Joost V. commented",
  bold: "*From:* Stafeta <no-reply@stafeta.example>\n*Date:* Monday, 23 November 2026 at 10:12\n*To:* Ana <ana@example.org>\n*Subject:* Joost V. commented",
};

describe("somebody who writes above what they answer", () => {
  it.each(Object.entries(ATTRIBUTIONS))("is heard without it (%s)", (_, line) => {
    expect(newWords(`${WORDS}\n\n${line}\n\n${quoted}\n`)).toBe(WORDS);
    expect(newWords(`${WORDS}\n\n${line}\n${quoted}\n\n`)).toBe(WORDS);
    expect(newWords(`${WORDS.replaceAll("\n", "\r\n")}\r\n${line}\r\n${bare}`)).toBe(WORDS);
  });

  it.each(Object.entries(HEADS))("is heard without the mail beneath (Outlook, %s)", (_, head) => {
    expect(newWords(`${WORDS}\n\n${head}\n\n${bare}`)).toBe(WORDS);
    expect(newWords(`${WORDS}\n\n________________________________\n${head}\n\n${bare}`)).toBe(WORDS);
    expect(
      newWords(`${WORDS}\n\nGet Outlook for iOS<https://aka.ms/o0ukef>\n________________________________\n${head}`),
    ).toBe(WORDS);
  });

  it("is heard without the mail beneath, however it is announced", () => {
    for (const line of [
      "-----Original Message-----",
      "-----Ursprüngliche Nachricht-----",
      "-------- Messaggio Originale --------",
      "---------- Forwarded message ---------",
      "Begin forwarded message:",
      markerLine("en"),
      markerLine("it"),
      `*${markerLine("en")}*`,
    ])
      expect(newWords(`${WORDS}\n\n${line}\n${bare}`), line).toBe(WORDS);
  });
});

describe("somebody who writes elsewhere", () => {
  const line = ATTRIBUTIONS["Thunderbird, en"];

  it("is heard beneath what they quote", () => {
    expect(newWords(`${line}\n${quoted}\n\n${WORDS}`)).toBe(WORDS);
    expect(newWords(`${quoted}\n\n${WORDS}`)).toBe(WORDS);
  });

  it("is heard in between, and what they quote of a mail is not repeated", () => {
    const mail = `Dear Joost,\n\n${line}\n> How did you keep it up?\nWith keys.\n>> And who paid?\nThe city.`;
    expect(newWords(mail)).toBe("Dear Joost,\n\nWith keys.\nThe city.");
  });

  it("may quote something by hand", () => {
    const mail = "> Nobody is left out.\n\nThis is the sentence I mean.";
    expect(newWords(mail)).toBe(mail);
  });

  it("says nothing with a mail that only hands another one on, or only quotes", () => {
    expect(newWords(`\n\n---------- Forwarded message ---------\n${HEADS.en}\n\n${bare}`)).toBe("");
    expect(newWords(`${line}\n${quoted}`)).toBe("");
    expect(newWords("\n \n")).toBe("");
    expect(newWords(`Sent from my iPhone\n\n${ATTRIBUTIONS["Apple, en"]}\n\n${quoted}`)).toBe("");
  });
});

describe("a signature", () => {
  it.each([
    "-- \nAna Rossi\nCity of Turin\n+39 011 0000",
    "--\nAna Rossi",
    "Sent from my iPhone",
    "Inviato da iPhone",
    "Inviato dal mio dispositivo Samsung",
    "Von meinem iPhone gesendet",
    "Gesendet von Outlook für Android",
    "Envoyé de mon iPhone",
    "Enviado desde mi iPhone",
    "Enviado do meu telemóvel",
    "Verstuurd vanaf mijn iPad",
    "Wysłane z iPhone'a",
    "Sent with Proton Mail secure email.",
    "Get Outlook for Android<https://aka.ms/AAb9ysg>",
    "Kind regards,\n\nAna Rossi\nCity of Turin, Social Inclusion\nhttps://www.comune.example",
    "Cordiali saluti\nAna Rossi",
    "Mit freundlichen Grüßen\nAna Rossi",
    "Cordialement,\nAna Rossi",
    "Un saludo,\nAna",
    "Met vriendelijke groet,\n\nAna",
    "Pozdrawiam\nAna",
    "Atenciosamente,\nAna",
    "__________________________\nThis mail is for its reader only.",
  ])("is not part of it (%#)", (signature) => {
    expect(newWords(`${WORDS}\n\n${signature}`)).toBe(WORDS);
    expect(newWords(`${WORDS}\n\n${signature}\n\n${ATTRIBUTIONS["Gmail, nl"]}\n\n${quoted}`)).toBe(WORDS);
  });

  it("is not found where somebody goes on writing", () => {
    for (const words of [
      "First point.\n\n---\n\nSecond point.",
      "Cheers",
      "Best\n\nP.S. Ask Warsaw too",
      "Saluti\nQuesto però non funziona a Torino.",
      "Inviato con i documenti al Comune.\nAspettiamo.",
      "Op die manier werkt het.\n\nTweede alinea.",
      "Dnia codziennego nie znamy.\n\nDruga.",
      "In 2020 the council wrote:\n\nNobody is left out.",
      "On Monday we wrote: all is well.",
      "Da: noi si fa così.\nE voi?",
      "Da: Torino\nA: Milano\nData: 12 maggio\nVenite?",
    ])
      expect(newWords(words), words).toBe(words);
  });
});

const sentence = fc.stringMatching(/^[A-Za-zÀ-ÿ][a-zà-ÿ]{2,8}( [a-zà-ÿ]{2,9}){2,9}\.$/);
const text = fc.array(sentence, { minLength: 1, maxLength: 5 }).map((all) => all.join("\n\n"));

it("all that somebody wrote is kept, and nothing that they quote, whichever program they use", () => {
  fc.assert(
    fc.property(text, text, fc.constantFrom(...Object.values(ATTRIBUTIONS)), (own, other, line) => {
      const beneath = other.replace(/^/gm, "> ");
      expect(newWords(`${own}\n\n${line}\n\n${beneath}\n`)).toBe(own);
      expect(newWords(own)).toBe(own);
    }),
  );
});

it("however a message is made, it is read at once", () => {
  const LINES = 20_000;
  for (const hostile of [
    "On ".repeat(40_000),
    `On ${"a ".repeat(50_000)}`,
    "Op a\n".repeat(LINES),
    "Op a\n".repeat(5000) + "schreef\n".repeat(5000),
    "From: a\n".repeat(LINES),
    "a:\n".repeat(LINES) + "\n".repeat(LINES),
    "-".repeat(100_000),
    `${"-".repeat(99_000)}x`,
    `${" ".repeat(99_000)}x`,
    "> quoted\n".repeat(10_000),
    `${">".repeat(50_000)}\n`.repeat(2),
    "<a@b ".repeat(LINES),
    "\u202e\u2066\n".repeat(LINES),
    "x".repeat(10_000_000),
  ]) {
    const began = process.cpuUsage().user;
    newWords(hostile);
    expect(process.cpuUsage(undefined).user - began, hostile.slice(0, 20)).toBeLessThan(2_000_000);
  }
});

it("what is quoted in itself without an end stays within its measure", () => {
  const hostile = `<blockquote>word<br>`.repeat(30_000);
  expect(htmlWords(hostile).length).toBeLessThan(hostile.length);
  expect(htmlWords("<div>".repeat(100_000))).toBe("");
  expect(htmlWords("<blockquote><blockquote>word</blockquote></blockquote>after")).toBe(">> word\nafter");
});

it("what stands for a picture is no word", () => {
  expect(newWords(`${WORDS}\n\n[image: logo.png]\n[cid:image001.png@01DA]`)).toBe(WORDS);
});

it("what a database cannot keep is not in it", () => {
  expect(newWords("One\u0000 two\ud800 three\u0007\u200b")).toBe("One two\ufffd three");
});
