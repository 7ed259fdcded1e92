import type { AgendaOutput } from "@/lib/sessions/limits";

/** Who leads a step. Messages hold the words, under sessions.lead. */
export const LEADS = [
  "facilitator",
  "host",
  "peers",
  "case-giver",
  "all",
  "coaches",
  "presenter",
  "trio",
  "inner-circle",
  "outer-circle",
  "groups",
  "visitors",
  "city",
  "peer",
  "cities",
  "mentee",
  "both",
] as const;
export type Lead = (typeof LEADS)[number];

/** Minutes, who leads, what comes out of it, and its title in English and Italian; {host} becomes the host city. */
export type Step = readonly [minutes: number, lead: Lead, output: AgendaOutput | null, en: string, it: string];

export interface Format {
  id: string;
  minutes: number;
  name: { en: string; it: string };
  steps: readonly Step[];
}

/** The thirteen ways to hold a session. Wording and timings are ours; the steps of each sum to its minutes. */
export const FORMATS: readonly Format[] = [
  {
    id: "peer-assist",
    minutes: 90,
    name: { en: "Peer assist", it: "Aiuto tra pari" },
    steps: [
      [5, "facilitator", null, "Welcome, confidentiality rule, roles", "Benvenuto, regola di riservatezza, ruoli"],
      [10, "host", null, "{host} presents the problem", "{host} presenta il problema"],
      [15, "peers", null, "Clarifying questions only", "Solo domande di chiarimento"],
      [25, "peers", "idea", "Peers discuss options; {host} listens", "I pari discutono le opzioni; {host} ascolta"],
      [15, "host", null, "{host} asks about the options", "{host} fa domande sulle opzioni"],
      [
        12,
        "host",
        "commitment",
        "What {host} takes up: commitments with a date",
        "Che cosa riprende {host}: impegni con una data",
      ],
      [5, "all", "takeaway", "Each city: one thing I take home", "Ogni città: una cosa che porto a casa"],
      [3, "facilitator", "feedback", "Close and pulse check", "Chiusura e giro di impressioni"],
    ],
  },
  {
    id: "case-clinic",
    minutes: 70,
    name: { en: "Case clinic", it: "Clinica dei casi" },
    steps: [
      [
        3,
        "facilitator",
        null,
        "Roles: case giver, coaches, time keeper",
        "Ruoli: chi porta il caso, coach, chi tiene il tempo",
      ],
      [15, "case-giver", null, "Case giver tells the case", "Chi porta il caso lo racconta"],
      [3, "all", null, "Silence", "Silenzio"],
      [10, "coaches", "idea", "Each coach mirrors what they noticed", "Ogni coach dice che cosa ha notato"],
      [20, "all", "idea", "Dialogue", "Dialogo"],
      [8, "coaches", "takeaway", "Coaches’ closing remarks", "Osservazioni finali dei coach"],
      [
        8,
        "case-giver",
        "commitment",
        "Case giver: what is clearer, next steps",
        "Chi porta il caso: che cosa è più chiaro, prossimi passi",
      ],
      [3, "all", "takeaway", "Individual notes", "Appunti individuali"],
    ],
  },
  {
    id: "action-learning-set",
    minutes: 120,
    name: { en: "Action learning set", it: "Gruppo di action learning" },
    steps: [
      [20, "facilitator", "commitment-update", "Check-in and progress on commitments", "Saluti e punto sugli impegni"],
      [
        28,
        "presenter",
        "commitment",
        "Presenter 1: issue and open questions from the set",
        "Primo caso: la questione e le domande aperte del gruppo",
      ],
      [28, "presenter", "commitment", "Presenter 2", "Secondo caso"],
      [6, "all", null, "Break", "Pausa"],
      [28, "presenter", "commitment", "Presenter 3", "Terzo caso"],
      [10, "facilitator", "feedback", "Review of the process and next date", "Come è andata e prossima data"],
    ],
  },
  {
    id: "troika",
    minutes: 30,
    name: { en: "Troika consulting", it: "Consulenza a tre" },
    steps: [
      [
        10,
        "trio",
        "takeaway",
        "Round 1: tell, clarify, two consult while you listen with your back turned, reflect",
        "Primo giro: racconta, chiarisci, due consigliano mentre ascolti di spalle, rifletti",
      ],
      [10, "trio", "takeaway", "Round 2", "Secondo giro"],
      [10, "trio", "takeaway", "Round 3", "Terzo giro"],
    ],
  },
  {
    id: "masterclass",
    minutes: 75,
    name: { en: "Masterclass", it: "Masterclass" },
    steps: [
      [5, "facilitator", null, "Welcome and how to take part", "Benvenuto e come partecipare"],
      [15, "presenter", null, "The practice in its city", "La pratica nella sua città"],
      [10, "presenter", null, "What went wrong and what it cost", "Che cosa è andato storto e quanto è costato"],
      [
        20,
        "all",
        "idea",
        "Small groups: what would have to be true in our city?",
        "Piccoli gruppi: che cosa dovrebbe essere vero nella nostra città?",
      ],
      [18, "presenter", "question", "Questions ranked by votes", "Domande in ordine di voti"],
      [7, "facilitator", null, "Who wants to take it up, and close", "Chi vuole riprenderla, e chiusura"],
    ],
  },
  {
    id: "fishbowl",
    minutes: 60,
    name: { en: "Fishbowl", it: "Acquario" },
    steps: [
      [5, "facilitator", null, "Rules", "Regole"],
      [20, "inner-circle", null, "Inner circle talks with each other", "Il cerchio interno ne discute"],
      [
        8,
        "outer-circle",
        "question",
        "Outer circle writes questions in threes",
        "Il cerchio esterno scrive domande a gruppi di tre",
      ],
      [17, "inner-circle", null, "Inner circle answers", "Il cerchio interno risponde"],
      [10, "all", "takeaway", "What did we notice, what now", "Che cosa abbiamo notato, e adesso"],
    ],
  },
  {
    id: "after-action-review",
    minutes: 180,
    name: { en: "After-action review", it: "Revisione dopo l’azione" },
    steps: [
      [
        10,
        "facilitator",
        null,
        "Purpose, no-blame rule, who may read the result",
        "Scopo, regola del non accusare, chi potrà leggere il risultato",
      ],
      [20, "all", null, "Plans and means that were in place beforehand", "Piani e mezzi che c’erano già"],
      [35, "all", null, "Build the timeline together", "Costruire insieme la cronologia"],
      [30, "groups", "takeaway", "What went well and why", "Che cosa è andato bene e perché"],
      [10, "all", null, "Break", "Pausa"],
      [35, "groups", "failure", "What went less well and why", "Che cosa è andato meno bene e perché"],
      [
        30,
        "all",
        "commitment",
        "Actions: what, who, by when, support, indicator",
        "Azioni: che cosa, chi, entro quando, con quale aiuto, come si misura",
      ],
      [10, "all", null, "Choose what may be shared outside the cohort", "Scegliere che cosa può uscire dal gruppo"],
    ],
  },
  {
    id: "peer-review",
    minutes: 240,
    name: { en: "Peer review", it: "Revisione tra pari" },
    steps: [
      [15, "host", null, "{host}: what we ask of you", "{host}: che cosa vi chiediamo"],
      [
        50,
        "peers",
        "takeaway",
        "Interviews with local stakeholders, round 1",
        "Colloqui con i soggetti locali, primo giro",
      ],
      [
        50,
        "peers",
        "takeaway",
        "Interviews with local stakeholders, round 2",
        "Colloqui con i soggetti locali, secondo giro",
      ],
      [20, "all", null, "Break", "Pausa"],
      [
        50,
        "peers",
        "takeaway",
        "Peers write findings against the standard",
        "I pari scrivono le conclusioni rispetto allo standard",
      ],
      [35, "peers", "takeaway", "Feedback to {host}", "Restituzione a {host}"],
      [20, "host", "commitment", "{host} responds and commits", "{host} risponde e si impegna"],
    ],
  },
  {
    id: "study-visit",
    minutes: 480,
    name: { en: "Study visit", it: "Visita di studio" },
    steps: [
      [30, "host", null, "Welcome by the political level and programme", "Benvenuto della parte politica e programma"],
      [
        45,
        "host",
        null,
        "Context: the city in figures and its social and solidarity economy",
        "Il contesto: la città in cifre e l’economia sociale e solidale",
      ],
      [105, "host", "takeaway", "Site visit 1", "Prima visita sul posto"],
      [75, "all", null, "Lunch with local organisations", "Pranzo con le organizzazioni locali"],
      [90, "host", "takeaway", "Site visit 2", "Seconda visita sul posto"],
      [
        45,
        "facilitator",
        "takeaway",
        "What surprised us: observation round",
        "Che cosa ci ha sorpreso: giro di osservazioni",
      ],
      [45, "host", "failure", "Problems not solved yet", "Problemi non ancora risolti"],
      [35, "visitors", "idea", "What each visiting city takes up", "Che cosa riprende ogni città in visita"],
      [10, "facilitator", "feedback", "Close", "Chiusura"],
    ],
  },
  {
    id: "guiding-questions-seminar",
    minutes: 150,
    name: { en: "Guiding questions seminar", it: "Seminario a domande guida" },
    steps: [
      [10, "facilitator", null, "Welcome and method", "Benvenuto e metodo"],
      [
        20,
        "facilitator",
        null,
        "What the answers have in common and where they differ",
        "Che cosa hanno in comune le risposte e dove divergono",
      ],
      [25, "city", null, "Case A: answers to the ranked questions", "Caso A: risposte alle domande più votate"],
      [25, "city", null, "Case B", "Caso B"],
      [10, "all", null, "Break", "Pausa"],
      [25, "city", null, "Case C", "Caso C"],
      [25, "all", "takeaway", "Conclusions per guiding question", "Conclusioni per ogni domanda guida"],
      [10, "facilitator", "takeaway", "What goes into the final guide", "Che cosa entra nella guida finale"],
    ],
  },
  {
    id: "matchmaking",
    minutes: 120,
    name: { en: "Matchmaking", it: "Incontro tra offerte e bisogni" },
    steps: [
      [10, "host", null, "Welcome, the need in one sentence", "Benvenuto, il bisogno in una frase"],
      [20, "peer", null, "Offering city 1", "Prima città che offre"],
      [20, "peer", null, "Offering city 2", "Seconda città che offre"],
      [30, "host", null, "Questions", "Domande"],
      [25, "all", "idea", "What could work here", "Che cosa potrebbe funzionare qui"],
      [
        15,
        "facilitator",
        "commitment",
        "Next step: assist, visit or transfer",
        "Passo successivo: aiuto, visita o ripresa",
      ],
    ],
  },
  {
    id: "all-peer-meeting",
    minutes: 120,
    name: { en: "All-peer meeting", it: "Riunione di tutte le città" },
    steps: [
      [10, "facilitator", null, "Opening and news from the programme", "Apertura e novità dal programma"],
      [35, "cities", null, "Round of cities", "Giro delle città"],
      [5, "all", null, "Break", "Pausa"],
      [40, "groups", "idea", "Theme groups", "Gruppi tematici"],
      [20, "facilitator", "takeaway", "Harvest", "Raccolta"],
      [10, "facilitator", "commitment", "Commitments and dates", "Impegni e date"],
    ],
  },
  {
    id: "mentoring-call",
    minutes: 60,
    name: { en: "Mentoring call", it: "Colloquio di mentoring" },
    steps: [
      [10, "mentee", "commitment-update", "Since last time: commitments", "Dall’ultima volta: impegni"],
      [10, "mentee", null, "The question", "La domanda"],
      [30, "both", "idea", "Work on it", "Lavorarci"],
      [10, "mentee", "commitment", "Next step and date", "Passo successivo e data"],
    ],
  },
];
