import type { CrisisType, THEMES } from "./vocabulary";

/**
 * Words for terms of the vocabulary in the cities' languages that the interface does not speak yet (Spanish, Basque, Dutch,
 * Portuguese, Polish), and other words for the same in those it does. They are only searched for, never shown.
 */
export const THEME_WORDS: Partial<Record<(typeof THEMES)[number], string>> = {
  "local-economy-and-markets": "economía local, tokiko ekonomia, lokale economie, economia local, gospodarka lokalna",
  "digital-divide": "brecha digital, eten digitala, digitale kloof, exclusão digital, wykluczenie cyfrowe",
  "youth-employment":
    "empleo juvenil, gazteen enplegua, jeugdwerkgelegenheid, emprego jovem, zatrudnienie młodzieży, youth jobs",
  "inclusion-of-vulnerable-groups": "inclusión, gizarteratzea, inclusie, inclusão, włączenie społeczne, inclusione",
  food: "alimentos, alimentación, comida, elikagaiak, janaria, voedsel, eten, alimentação, alimento, żywność, jedzenie, meals, pasti, alimentare",
  housing:
    "vivienda, etxebizitza, huisvesting, wonen, habitação, moradia, mieszkania, mieszkalnictwo, abitare, alloggi",
  "care-and-health": "cuidados, salud, zaintza, osasuna, zorg, gezondheid, cuidado, saúde, opieka, zdrowie, healthcare",
  homelessness:
    "sinhogarismo, personas sin hogar, etxegabeak, dakloosheid, daklozen, pessoas em situação de rua, bezdomność, bezdomni, homeless, senzatetto",
  education: "educación, hezkuntza, onderwijs, educação, edukacja, schools, scuola",
  culture: "kultura, cultuur",
  mobility: "movilidad, mugikortasuna, mobiliteit, mobilidade, mobilność, transport, trasporti",
  energy: "energía, energiewinning, energie, energetyka",
  "circular-economy":
    "economía circular, ekonomia zirkularra, circulaire economie, economia circular, gospodarka obiegu zamkniętego, recycling, riciclo",
  migration: "migración, migrazioa, migratie, migração, migracja, migranti, migrants",
  "gender-equality":
    "igualdad de género, genero berdintasuna, gendergelijkheid, igualdade de gênero, równość płci, pari opportunità",
  "public-space": "espacio público, espazio publikoa, openbare ruimte, espaço público, przestrzeń publiczna",
  volunteering: "voluntariado, boluntariotza, vrijwilligerswerk, wolontariat, volunteers, volontari, wolontariusze",
};

export const CRISIS_WORDS: Partial<Record<CrisisType, string>> = {
  "pandemic-epidemic": "pandemia, epidemia, izurritea, pandemie, epidemie, covid, coronavirus, koronawirus",
  heatwave: "ola de calor, bero bolada, hittegolf, onda de calor, fala upałów, caldo",
  flood: "inundación, uholdea, overstroming, inundação, enchente, powódź, inondazione",
  storm: "tormenta, ekaitza, tempestade, burza",
  "drought-water-shortage": "sequía, lehortea, droogte, seca, susza",
  wildfire: "incendio forestal, baso sutea, natuurbrand, incêndio florestal, pożar lasu, incendio",
  earthquake: "terremoto, lurrikara, aardbeving, trzęsienie ziemi, sisma",
  "power-or-network-outage": "apagón, argindar etenaldia, stroomuitval, apagão, awaria prądu, blackout",
  "cyber-attack": "ciberataque, zibererasoa, cyberaanval, cyberatak",
  "economic-shock": "crisis económica, krisi ekonomikoa, economische crisis, crise econômica, kryzys gospodarczy",
  "housing-emergency": "crisis de vivienda, wooncrisis, crise habitacional, kryzys mieszkaniowy",
  "displacement-arrival": "refugiados, errefuxiatuak, vluchtelingen, uchodźcy, rifugiati, refugees",
};
