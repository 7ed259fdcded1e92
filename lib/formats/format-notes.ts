interface Words {
  en: string;
  it: string;
}

/** What a facilitator wants to know before choosing a format. */
export interface FormatNotes {
  /** How many people it is good for. */
  size: readonly [from: number, to: number];
  /** What it is for, in a sentence. */
  purpose: Words;
  before: readonly Words[];
  after: readonly Words[];
  /** Where the format and its timing were seen. */
  basis: Words;
}

/** By the id of the format, one for each of the thirteen. */
export const FORMAT_NOTES: Readonly<Record<string, FormatNotes>> = {
  "peer-assist": {
    size: [4, 12],
    purpose: {
      en: "A city brings a problem it is about to act on, and peers bring what they know.",
      it: "Una città porta un problema su cui sta per agire, e i pari portano quello che sanno.",
    },
    before: [
      { en: "The host city writes a brief of one page.", it: "La città ospitante scrive il problema in una pagina." },
      { en: "The facilitator names a note-taker.", it: "Chi facilita sceglie chi prende appunti." },
      { en: "Peers read the brief and the linked practices.", it: "I pari leggono la pagina e le pratiche collegate." },
    ],
    after: [
      { en: "Notes reach everybody within 7 days.", it: "Gli appunti arrivano a tutti entro 7 giorni." },
      {
        en: "The host reports on its commitments after 30 and 90 days.",
        it: "Chi ospita riferisce sugli impegni dopo 30 e 90 giorni.",
      },
    ],
    basis: {
      en: "UNITAR learning wiki, Peer Assist (groups of 4 to 7); Stephen Dale (two hours to a full day)",
      it: "Wiki dell’UNITAR, Peer Assist (gruppi da 4 a 7); Stephen Dale (da due ore a un giorno intero)",
    },
  },
  "case-clinic": {
    size: [3, 6],
    purpose: {
      en: "One person is stuck with a case; a few coaches listen and say what they noticed.",
      it: "Una persona è bloccata su un caso; pochi coach ascoltano e dicono che cosa hanno notato.",
    },
    before: [
      { en: "The case giver answers the four case questions.", it: "Chi porta il caso risponde alle quattro domande." },
    ],
    after: [{ en: "The case giver updates the case.", it: "Chi porta il caso lo aggiorna." }],
    basis: {
      en: "Known from practice (Presencing Institute), not from a page we read; timing ours",
      it: "Noto dalla pratica (Presencing Institute), non da una pagina che abbiamo letto; tempi nostri",
    },
  },
  "action-learning-set": {
    size: [5, 7],
    purpose: {
      en: "The same few people meet again and again, and report what they did.",
      it: "Le stesse poche persone si ritrovano più volte e raccontano che cosa hanno fatto.",
    },
    before: [{ en: "Members update their open commitments.", it: "Ognuno aggiorna i propri impegni ancora aperti." }],
    after: [
      {
        en: "The next date is fixed before anybody leaves.",
        it: "La prossima data si fissa prima che qualcuno vada via.",
      },
    ],
    basis: {
      en: "Peer 2 Peer Learning start-up kit, appendix 3; time for each presenter ours",
      it: "Peer 2 Peer Learning start-up kit, appendice 3; tempo per ogni caso nostro",
    },
  },
  troika: {
    size: [3, 30],
    purpose: {
      en: "Everybody gets advice on a live question, in threes, within half an hour.",
      it: "Ognuno riceve consigli su una domanda viva, a gruppi di tre, in mezz’ora.",
    },
    before: [{ en: "Everybody brings one live question.", it: "Ognuno porta una domanda viva." }],
    after: [],
    basis: {
      en: "Descriptions of Troika Consulting (30 minutes, three rounds of about 10)",
      it: "Descrizioni della Troika Consulting (30 minuti, tre giri di circa 10)",
    },
  },
  masterclass: {
    size: [8, 60],
    purpose: {
      en: "One city shows a practice in depth, with what went wrong and what it cost.",
      it: "Una città mostra a fondo una pratica, con gli errori e i costi.",
    },
    before: [
      {
        en: "The practice is linked and can be read in every language of the cohort.",
        it: "La pratica è collegata e si legge in ogni lingua del gruppo.",
      },
      { en: "Questions are gathered in advance.", it: "Le domande si raccolgono prima." },
    ],
    after: [
      {
        en: "Questions left open become comments on the practice.",
        it: "Le domande rimaste aperte diventano commenti alla pratica.",
      },
    ],
    basis: {
      en: "Eurocities GuiDanCe guidebook (training workshop and webinar); timing ours",
      it: "Guida GuiDanCe di Eurocities (laboratorio e webinar); tempi nostri",
    },
  },
  fishbowl: {
    size: [8, 40],
    purpose: {
      en: "People who lived it talk with each other, and the others listen, then ask.",
      it: "Chi lo ha vissuto ne parla; gli altri ascoltano, poi chiedono.",
    },
    before: [
      { en: "3 to 5 people who lived it are invited.", it: "Si invitano da 3 a 5 persone che lo hanno vissuto." },
    ],
    after: [],
    basis: {
      en: "Liberating Structures, User Experience Fishbowl; timing ours",
      it: "Liberating Structures, User Experience Fishbowl; tempi nostri",
    },
  },
  "after-action-review": {
    size: [6, 25],
    purpose: {
      en: "Those who acted in a crisis look back together, without blame, and decide what changes.",
      it: "Chi ha agito in una crisi guarda indietro insieme, senza accuse, e decide che cosa cambia.",
    },
    before: [
      {
        en: "A timeline of the crisis is drafted from the records.",
        it: "Dai documenti si abbozza una cronologia della crisi.",
      },
      { en: "The scope is agreed: which functions.", it: "Si concorda il campo: quali funzioni." },
      {
        en: "Every organisation that acted is invited, those of the social economy too.",
        it: "È invitata ogni organizzazione che ha agito, anche dell’economia sociale.",
      },
    ],
    after: [
      { en: "A draft case is written from the results.", it: "Dai risultati si scrive la bozza di un caso." },
      {
        en: "The owners look at it again after 30, 90 and 180 days.",
        it: "I responsabili la riprendono dopo 30, 90 e 180 giorni.",
      },
    ],
    basis: {
      en: "WHO guidance for after action review, 2019; ECDC in-action review of one day, 2021; Ireland held three workshops of half a day",
      it: "Guida OMS all’after action review, 2019; revisione ECDC di un giorno, 2021; l’Irlanda tenne tre laboratori di mezza giornata",
    },
  },
  "peer-review": {
    size: [5, 20],
    purpose: {
      en: "Peers look at a city’s work on site and tell it what they found. This is one day of it.",
      it: "I pari guardano sul posto il lavoro di una città e dicono che cosa hanno trovato. Questo è un giorno.",
    },
    before: [
      {
        en: "The host assesses itself against a shared standard.",
        it: "Chi ospita si valuta rispetto a uno standard comune.",
      },
      { en: "Peers comment on it.", it: "I pari commentano la valutazione." },
    ],
    after: [
      {
        en: "A written report follows within the agreed weeks.",
        it: "Un rapporto scritto arriva entro le settimane concordate.",
      },
      { en: "A call follows after six months.", it: "Dopo sei mesi ci si risente." },
    ],
    basis: {
      en: "Eurocities (three days, 15 to 20 local people interviewed); Interreg Europe (a workshop of two days)",
      it: "Eurocities (tre giorni, da 15 a 20 persone del posto intervistate); Interreg Europe (laboratorio di due giorni)",
    },
  },
  "study-visit": {
    size: [4, 25],
    purpose: {
      en: "A day on site, with the people who do the work and those who decide.",
      it: "Un giorno sul posto, con chi fa il lavoro e con chi decide.",
    },
    before: [
      { en: "The visitors’ questions are gathered.", it: "Si raccolgono le domande di chi visita." },
      { en: "The focus is agreed.", it: "Si concorda il tema." },
      { en: "The host shares a page on the context.", it: "Chi ospita manda una pagina sul contesto." },
    ],
    after: [{ en: "Each city writes a note within 14 days.", it: "Ogni città scrive una nota entro 14 giorni." }],
    basis: {
      en: "Eurocities (one and a half to three days, a mix of visits and meetings). This is one day of it",
      it: "Eurocities (da un giorno e mezzo a tre, tra visite e incontri). Questo è un giorno",
    },
  },
  "guiding-questions-seminar": {
    size: [8, 40],
    purpose: {
      en: "All cities answer the same questions in writing, then ask each other about the answers.",
      it: "Tutte le città rispondono per iscritto alle stesse domande, poi si interrogano sulle risposte.",
    },
    before: [
      { en: "The guiding questions are opened.", it: "Si aprono le domande guida." },
      { en: "Each city’s answers are gathered.", it: "Si raccolgono le risposte di ogni città." },
      { en: "A background paper is put together.", it: "Si prepara un documento di base." },
      {
        en: "Peers’ questions are gathered and put in order.",
        it: "Si raccolgono e si ordinano le domande dei pari.",
      },
    ],
    after: [
      { en: "A report follows within 7 days.", it: "Un rapporto arriva entro 7 giorni." },
      { en: "A call looks back on it.", it: "Ci si risente per guardare indietro." },
    ],
    basis: {
      en: "The peer learning led by CEPES in the OECD Global Action",
      it: "L’apprendimento tra pari guidato da CEPES nella Global Action dell’OCSE",
    },
  },
  matchmaking: {
    size: [3, 12],
    purpose: {
      en: "A city that needs something meets two that offer it, and they agree on a next step.",
      it: "Una città che ha un bisogno ne incontra due che offrono, e concordano il passo dopo.",
    },
    before: [
      {
        en: "Each city writes what it offers and needs.",
        it: "Ogni città scrive che cosa offre e di che cosa ha bisogno.",
      },
      { en: "Pairs are proposed.", it: "Si propongono le coppie." },
    ],
    after: [
      {
        en: "The pair goes on as a small group, or takes the practice on.",
        it: "La coppia prosegue in piccolo gruppo, o riprende la pratica.",
      },
    ],
    basis: {
      en: "Interreg Europe Policy Learning Platform (two hours); the second all-peer meeting of July 2021",
      it: "Policy Learning Platform di Interreg Europe (due ore); la seconda riunione di tutte le città, luglio 2021",
    },
  },
  "all-peer-meeting": {
    size: [10, 60],
    purpose: {
      en: "All cities meet, hear from each other and agree on dates.",
      it: "Tutte le città si vedono, si ascoltano e concordano le date.",
    },
    before: [{ en: "One slide from each city.", it: "Una pagina da ogni città." }],
    after: [
      {
        en: "Notes follow within 7 days, decisions first.",
        it: "Gli appunti arrivano entro 7 giorni, prima le decisioni.",
      },
    ],
    basis: {
      en: "The all-peer meetings of June and July 2021; agenda ours",
      it: "Le riunioni di tutte le città di giugno e luglio 2021; programma nostro",
    },
  },
  "mentoring-call": {
    size: [2, 4],
    purpose: {
      en: "Two cities stay in touch about one question, towards a result they agreed on.",
      it: "Due città restano in contatto su una domanda, verso un risultato concordato.",
    },
    before: [{ en: "The mentee sends one question.", it: "Chi chiede manda una domanda." }],
    after: [],
    basis: {
      en: "Eurocities GuiDanCe (mentoring among six methods); UCLG (peers support a process); timing ours",
      it: "GuiDanCe di Eurocities (il mentoring tra sei metodi); UCLG (i pari accompagnano un percorso); tempi nostri",
    },
  },
};
