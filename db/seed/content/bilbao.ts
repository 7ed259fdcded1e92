import type { SeedWriteUp } from "./types";

const url = {
  fessta: "https://kidenda.org/es-noticias&rel2=noticiasP_046L_04&page=135&limit=1&rpp=1",
  reas: "https://reas.red/las-mujeres-han-cobrado-un-5-mas-que-los-hombres/",
  cgh: "https://www.citiesforglobalhealth.org/initiative/bilbao-approves-15-million-euro-plan-social-cohesion-and-economic-employment-and-culture",
  deia: "https://www.deia.eus/bizkaia/bilbao/2020/05/08/bilbao-aprueba-plan-cohesion-social/1037050.html",
  plan2021:
    "https://www.bilbaoekintza.eus/eu/berria/covid-19aren-ondorioei-aurre-egiteko-talka-neurrien-15-milioi-euroko-beste-plan-bat-abiarazteko-erabakia-hartu-du-bilbok",
  trade:
    "https://bilbaoekintza.eus/en/article/bilbao-incrementa-un-100-las-ayudas-a-las-asociaciones-de-comercio-para-dinamizar-la-actividad-en-los-barrios-frente-al-covid-19",
};

const paragraphs = (...parts: string[]) => parts.join("\n\n");
const list = (...items: string[]) => items.map((item) => `- ${item}`).join("\n");

export const practice: SeedWriteUp = {
  name: "bilbao-practice",
  city: "bilbao",
  kind: "practice",
  languages: ["es", "en"],
  audience: "cohort",
  title: {
    es: "El mercado social de Euskadi llega a Bilbao: la feria fESSta y su red",
    en: "Euskadi's social market comes to Bilbao: fESSta fair and network",
  },
  card: {
    es: "La feria fESSta lleva el mercado social de Euskadi al Mercado del Ensanche. En su séptima edición participaron 56 entidades. Detrás está REAS Euskadi, una red de casi 90 entidades de 17 sectores. La red se mide con una auditoría social.",
    en: "The fESSta fair brings the social market of Euskadi to the Mercado del Ensanche. Its seventh edition had 56 entities. Behind it is REAS Euskadi, a network of almost 90 entities in 17 sectors. The network measures itself with a social audit.",
  },
  crisis: null,
  startedOn: null,
  endedOn: null,
  beganOn: null,
  firstActionOn: null,
  sections: [
    { key: "problem", empty: "not-known" },
    {
      key: "what-is-done",
      text: {
        es: paragraphs(
          `**La feria.** fESSta reúne en Bilbao a entidades del mercado social de Euskadi. La séptima edición se celebró un 8 y 9 de noviembre en el Mercado del Ensanche. Participaron 56 entidades ([Kidenda](${url.fessta})).`,
          `**La red.** REAS Euskadi agrupa a casi 90 entidades de 17 sectores ([REAS](${url.reas})).`,
          "**La auditoría social.** La red también mide cómo trabajan sus entidades. Según la auditoría, las mujeres ocupan el 66 % de los puestos de responsabilidad.",
        ),
        en: paragraphs(
          `**The fair.** fESSta brings together entities of Euskadi's social market in Bilbao. The seventh edition took place on an 8 and 9 November, in the Mercado del Ensanche. It had 56 entities ([Kidenda](${url.fessta})).`,
          `**The network.** REAS Euskadi has almost 90 member entities in 17 sectors ([REAS](${url.reas})).`,
          "**The social audit.** The network also measures how its entities work. By this audit, women hold 66% of the positions of responsibility.",
        ),
      },
    },
    {
      key: "governance",
      text: {
        es: paragraphs(
          "Participan la red y cuatro instituciones públicas, además de Olatukoop:",
          list(
            "REAS Euskadi, la red de economía solidaria;",
            "el Ayuntamiento de Bilbao y Bilbao Ekintza;",
            "la Diputación Foral de Bizkaia;",
            "la Agencia Vasca de Cooperación para el Desarrollo;",
            "Olatukoop.",
          ),
          "Los datos reunidos aquí no dicen cómo se reparten las tareas ni quién decide.",
        ),
        en: paragraphs(
          "The partners are the network, four public institutions and Olatukoop:",
          list(
            "REAS Euskadi, the solidarity economy network;",
            "Bilbao City Council and Bilbao Ekintza;",
            "the Provincial Council of Bizkaia;",
            "the Basque Agency for Development Co-operation;",
            "Olatukoop.",
          ),
          "The facts gathered here do not say how the work is shared or who decides.",
        ),
      },
    },
    { key: "how-to-start", empty: "not-known" },
    { key: "costs", empty: "not-known" },
    {
      key: "what-did-not-work",
      text: {
        es: paragraphs(
          "**No se sabe qué vende la feria.** Conocemos el número de entidades de una edición. No conocemos las visitas, las ventas ni el coste.",
          "**Faltan fechas.** De la séptima edición se ve el día, pero no el año. Los datos de la red son de hacia 2021-22. Por eso no se puede comparar una edición con otra.",
          "**No todas las entidades son de Bilbao.** La red es de toda Euskadi. Cuántas trabajan en la ciudad no consta en los datos reunidos aquí.",
        ),
        en: paragraphs(
          "**What the fair sells is not known.** We have the number of entities at one edition. We do not have visits, sales or costs.",
          "**Dates are missing.** For the seventh edition the day is visible, but not the year. The network's figures are from about 2021–22. So editions cannot be compared.",
          "**The network is wider than the city.** It covers all of Euskadi. How many of its entities work in Bilbao is not in the facts gathered here.",
        ),
      },
    },
    {
      key: "lessons",
      text: {
        es: paragraphs(
          `**Una feria se ve y una auditoría se puede contar.** La auditoría social da a la red una cifra propia sobre igualdad: el 66 % ([REAS](${url.reas})).`,
          "**Caben sectores muy distintos.** Un mismo mercado social reúne entidades de 17 sectores.",
        ),
        en: paragraphs(
          `**A fair can be seen, and an audit can be quoted.** The social audit gives the network its own figure on equality: 66% ([REAS](${url.reas})).`,
          "**There is room for many sectors.** One social market brings together entities from 17 of them.",
        ),
      },
    },
    {
      key: "conditions",
      text: {
        es: paragraphs(
          "Bilbao contaba con una red de entidades, un mercado donde encontrarse e instituciones públicas como socias. Otra ciudad necesitará algo parecido.",
          "Bilbao es además territorio fundador de C.I.T.I.E.S., el centro de transferencia de conocimiento sobre la economía social y solidaria. Así lo recoge el sitio ccednet-rcdec.ca. Es una puerta para quien quiera preguntar.",
        ),
        en: paragraphs(
          "Bilbao had a network of entities, a market hall to meet in and public institutions as partners. Another city will need something similar.",
          "Bilbao is also a founding territory of C.I.T.I.E.S., the knowledge-transfer centre on the social and solidarity economy. The site ccednet-rcdec.ca records it. It is a door for those who want to ask.",
        ),
      },
    },
    { key: "next-steps", empty: "not-known" },
  ],
  timeline: [],
  observations: [
    {
      id: "entities-seventh",
      label: { es: "Entidades en la séptima edición", en: "Entities at the seventh edition" },
      valueKind: "exact",
      value: 56,
      valueTo: null,
      unit: { es: "entidades", en: "organisations" },
      asOf: null,
      sourceId: "bi-fessta",
      note: {
        es: "Mercado del Ensanche, 8 y 9 de noviembre; el año no es visible.",
        en: "Mercado del Ensanche, 8–9 November; the year is not visible.",
      },
      onCard: true,
      measures: null,
    },
    {
      id: "network-members",
      label: { es: "Entidades de la red REAS Euskadi", en: "Members of the network REAS Euskadi" },
      valueKind: "about",
      value: 90,
      valueTo: null,
      unit: { es: "entidades", en: "organisations" },
      asOf: null,
      sourceId: "bi-reas",
      note: {
        es: "«Casi 90», hacia 2021-22. Es toda Euskadi, no solo Bilbao.",
        en: "“Almost 90”, about 2021–22. This is all of Euskadi, not Bilbao alone.",
      },
      onCard: true,
      measures: null,
    },
    {
      id: "network-sectors",
      label: { es: "Sectores de la red REAS Euskadi", en: "Sectors of the network REAS Euskadi" },
      valueKind: "exact",
      value: 17,
      valueTo: null,
      unit: { es: "sectores", en: "sectors" },
      asOf: null,
      sourceId: "bi-reas",
      note: { es: "Hacia 2021-22.", en: "About 2021–22." },
      onCard: false,
      measures: null,
    },
    {
      id: "women-responsibility",
      label: {
        es: "Puestos de responsabilidad ocupados por mujeres",
        en: "Positions of responsibility held by women",
      },
      valueKind: "exact",
      value: 66,
      valueTo: null,
      unit: "percent",
      asOf: null,
      sourceId: "bi-reas",
      note: { es: "Según la auditoría social, hacia 2021-22.", en: "By the social audit, about 2021–22." },
      onCard: true,
      measures: null,
    },
  ],
  sources: [
    {
      id: "bi-fessta",
      title: "Noticia sobre la séptima edición de la feria fESSta",
      url: url.fessta,
      publisher: "Kidenda",
      date: null,
      language: "es",
      accessedOn: null,
    },
    {
      id: "bi-reas",
      title: "Las mujeres han cobrado un 5 % más que los hombres",
      url: url.reas,
      publisher: "REAS",
      date: null,
      language: "es",
      accessedOn: null,
    },
  ],
  organisations: [
    { id: "reas-euskadi", name: "REAS Euskadi", sector: "sse", role: null, url: null },
    { id: "city-council", name: "Ayuntamiento de Bilbao", sector: "local-government", role: null, url: null },
    { id: "bilbao-ekintza", name: "Bilbao Ekintza", sector: "public-agency", role: null, url: null },
    {
      id: "diputacion",
      name: "Diputación Foral de Bizkaia",
      sector: "regional-government",
      role: null,
      url: null,
    },
    {
      id: "basque-agency",
      name: "Agencia Vasca de Cooperación para el Desarrollo",
      sector: "public-agency",
      role: null,
      url: null,
    },
    { id: "olatukoop", name: "Olatukoop", sector: "sse", role: null, url: null },
  ],
  buildingBlocks: [
    {
      id: "block-fair",
      name: { es: "Una feria de dos días en un mercado", en: "A two-day fair in a market hall" },
      needs: {
        es: "Un mercado y entidades que quieran estar allí. En Bilbao fueron 56. El coste no se conoce.",
        en: "A market hall, and entities that want to be there. In Bilbao there were 56. The cost is not known.",
      },
      transferable: "yes",
    },
    {
      id: "block-social-audit",
      name: { es: "Una auditoría social compartida por la red", en: "A social audit shared by the network" },
      needs: {
        es: "Una red ya formada, como REAS Euskadi con casi 90 entidades. El método no se describe en los datos reunidos aquí.",
        en: "A network that exists, such as REAS Euskadi with almost 90 entities. The facts gathered here do not describe the method.",
      },
      transferable: "partly",
    },
  ],
  policyAreas: ["markets-procurement", "visibility-culture"],
  themes: ["local-economy-and-markets", "gender-equality"],
  targetGroups: ["sse-organisations"],
  sdgs: [8, 12, 5],
  maturity: "running",
  scale: "region",
};

export const crisisCase: SeedWriteUp = {
  name: "bilbao-case",
  city: "bilbao",
  kind: "case",
  languages: ["es", "en"],
  audience: "public",
  title: {
    es: "Bilbao Aurrera: un plan de recuperación suscrito por todos los partidos",
    en: "Bilbao Aurrera: one recovery plan signed by every party",
  },
  card: {
    es: "El 8 de mayo de 2020 Bilbao aprobó más de 50 medidas por 15 millones de euros. Todos los partidos suscribieron el plan. En enero de 2021 llegó un segundo plan: 43 medidas y algo más de 15,1 millones.",
    en: "On 8 May 2020 Bilbao approved more than 50 measures worth €15 million. Every party signed the plan. A second plan followed in January 2021: 43 measures and a little over €15.1 million.",
  },
  crisis: "covid-19",
  startedOn: "2020-05-08",
  endedOn: null,
  beganOn: null,
  firstActionOn: "2020-05-08",
  sections: [
    {
      key: "trigger",
      text: {
        es: paragraphs(
          "El plan responde a los efectos de la Covid-19 en la ciudad. Se dirige a familias con pocos ingresos, personas mayores y personas sin hogar. También a pequeños negocios y profesionales de la cultura.",
          `El Ayuntamiento lo aprobó el 8 de mayo de 2020 ([Cities for Global Health](${url.cgh})). Los datos reunidos aquí no recogen medidas anteriores a esa fecha.`,
        ),
        en: paragraphs(
          "The plan answers the effects of Covid-19 on the city. It is for families on low incomes, older people and homeless people. It is also for small businesses and people who work in culture.",
          `The City Council approved it on 8 May 2020 ([Cities for Global Health](${url.cgh})). The facts gathered here hold no earlier measure.`,
        ),
      },
    },
    {
      key: "what-was-in-place",
      text: {
        es: paragraphs(
          "Dos piezas existían ya, y la respuesta se apoyó en ellas:",
          list(
            "las ayudas de emergencia social, que dejaban fuera a algunas familias;",
            "las ayudas a las asociaciones de comercio de los barrios, que se duplicaron.",
          ),
        ),
        en: paragraphs(
          "Two parts existed already, and the response built on them:",
          list(
            "emergency social aid, which left some families outside;",
            "grants to neighbourhood trade associations, which were doubled.",
          ),
        ),
      },
    },
    {
      key: "what-is-done",
      text: {
        es: paragraphs(
          `El primer plan reunía más de 50 medidas excepcionales y 15 millones de euros. Se repartía en tres capítulos ([Cities for Global Health](${url.cgh})):`,
          list(
            "economía y empleo: más de 11,4 millones de euros;",
            "cohesión social: más de 2,2 millones;",
            "cultura: más de 1,3 millones.",
          ),
          `Incluía un fondo de 625.000 euros para familias que quedan fuera de las ayudas de emergencia social ([Deia](${url.deia})). El 28 de mayo se duplicaron las ayudas a las asociaciones de comercio, hasta 276.000 euros ([Bilbao Ekintza](${url.trade})).`,
          `El 29 de enero de 2021 llegó un segundo plan. Tenía 43 medidas y 15.106.875 euros, sobre todo para el primer semestre ([Bilbao Ekintza](${url.plan2021})).`,
        ),
        en: paragraphs(
          `The first plan held more than 50 exceptional measures and €15 million. It had three chapters ([Cities for Global Health](${url.cgh})):`,
          list(
            "economy and employment: more than €11.4 million;",
            "social cohesion: more than €2.2 million;",
            "culture: more than €1.3 million.",
          ),
          `It had a fund of €625,000 for families outside emergency social aid ([Deia](${url.deia})). On 28 May the grants to neighbourhood trade associations were doubled to €276,000 ([Bilbao Ekintza](${url.trade})).`,
          `On 29 January 2021 a second plan followed. It had 43 measures and €15,106,875, mostly for the first half of the year ([Bilbao Ekintza](${url.plan2021})).`,
        ),
      },
    },
    {
      key: "who-did-what",
      text: {
        es: paragraphs(
          list(
            "**El Ayuntamiento de Bilbao** aprobó el plan, con la firma de todos los partidos.",
            "**Bilbao Ekintza** participó y dio a conocer las ayudas y el segundo plan.",
            "**Las asociaciones de comercio de los barrios** recibieron el doble de subvención.",
            "**La hostelería, el turismo y la cultura** participaron como sectores.",
          ),
          "Qué aportó cada parte no consta con más detalle en los datos reunidos aquí.",
        ),
        en: paragraphs(
          list(
            "**Bilbao City Council** approved the plan, and every party signed it.",
            "**Bilbao Ekintza** was a partner and published the grants and the second plan.",
            "**Neighbourhood trade associations** received twice the grant.",
            "**Hospitality, tourism and culture** took part as sectors.",
          ),
          "What each side brought is not described further in the facts gathered here.",
        ),
      },
    },
    {
      key: "not-reached",
      text: {
        es: paragraphs(
          `El plan reconoce un hueco: familias que no entran en las ayudas de emergencia social. Para ellas creó un fondo de 625.000 euros ([Deia](${url.deia})).`,
          "Cuántas familias lo recibieron, y quién quedó fuera aun así, no se sabe.",
        ),
        en: paragraphs(
          `The plan admits one gap: families who fall outside emergency social aid. It has a fund of €625,000 for them ([Deia](${url.deia})).`,
          "How many families received it, and who was left out even so, is not known.",
        ),
      },
    },
    {
      key: "what-did-not-work",
      text: {
        es: paragraphs(
          "**Se conoce lo aprobado, no lo gastado.** Todas las cifras son presupuestos. No dicen cuánto se ejecutó ni a cuántas personas o negocios llegó.",
          "**Los capítulos no dan la suma exacta.** Los tres suman al menos 14,9 millones, porque la fuente da mínimos. El total aprobado es de 15 millones.",
          "**A un plan le siguió otro.** En enero de 2021 llegó el segundo, de tamaño parecido. Los datos reunidos aquí no incluyen un balance del primero.",
        ),
        en: paragraphs(
          "**We know what was approved, not what was spent.** All the figures are budgets. They do not show how much was used, or how many people or businesses it reached.",
          "**The chapters do not give the exact sum.** Together they come to at least €14.9 million, because the source gives minimums. The total approved is €15 million.",
          "**One plan was followed by another.** The second, of similar size, came in January 2021. The facts gathered here hold no review of the first.",
        ),
      },
    },
    { key: "lessons", empty: "not-known" },
    { key: "conditions", empty: "not-known" },
    {
      key: "what-stayed",
      text: {
        es: paragraphs(
          `El plan tuvo continuidad: un segundo, de 15.106.875 euros, menos de nueve meses después ([Bilbao Ekintza](${url.plan2021})).`,
          "Si alguna medida se hizo permanente no consta en los datos reunidos aquí.",
        ),
        en: paragraphs(
          `The plan was carried on: a second one, of €15,106,875, followed less than nine months later ([Bilbao Ekintza](${url.plan2021})).`,
          "Whether any measure became permanent is not in the facts gathered here.",
        ),
      },
    },
    { key: "readiness", empty: "not-known" },
  ],
  timeline: [
    {
      id: "first-plan",
      date: "2020-05-08",
      phase: "rebuild",
      what: {
        es: "Se aprueba el plan, con más de 50 medidas excepcionales.",
        en: "The plan is approved, with more than 50 exceptional measures.",
      },
      who: { es: "Ayuntamiento de Bilbao, todos los partidos", en: "Bilbao City Council, all parties" },
      sourceId: "bi-cgh",
    },
    {
      id: "trade-grants",
      date: "2020-05-28",
      phase: "rebuild",
      what: {
        es: "Se duplican las ayudas a las asociaciones de comercio de los barrios, hasta 276.000 euros.",
        en: "Grants to neighbourhood trade associations are doubled to €276,000.",
      },
      who: { es: "Ayuntamiento de Bilbao", en: "Bilbao City Council" },
      sourceId: "bi-276",
    },
    {
      id: "second-plan",
      date: "2021-01-29",
      phase: "rebuild",
      what: {
        es: "Segundo plan: 43 medidas, la mayoría para el primer semestre.",
        en: "Second plan: 43 measures, mostly in the first half of the year.",
      },
      who: { es: "Ayuntamiento de Bilbao", en: "Bilbao City Council" },
      sourceId: "bi-2021",
    },
  ],
  observations: [
    {
      id: "budget-2020",
      label: { es: "Presupuesto del plan de 2020", en: "Budget of the 2020 plan" },
      valueKind: "exact",
      value: 15000000,
      valueTo: null,
      unit: "EUR",
      asOf: "2020-05-08",
      sourceId: "bi-cgh",
      note: {
        es: "Importe aprobado, no gasto. Deia da la misma cifra.",
        en: "Approved, not spent. Deia gives the same figure.",
      },
      onCard: true,
      measures: "budget",
    },
    {
      id: "chapter-economy",
      label: { es: "De ellos: economía y empleo", en: "Of this: economy and employment" },
      valueKind: "at-least",
      value: 11400000,
      valueTo: null,
      unit: "EUR",
      asOf: "2020-05-08",
      sourceId: "bi-cgh",
      note: { es: "Más de 11,4 millones.", en: "More than 11.4 million." },
      onCard: false,
      measures: null,
    },
    {
      id: "chapter-cohesion",
      label: { es: "De ellos: cohesión social", en: "Of this: social cohesion" },
      valueKind: "at-least",
      value: 2200000,
      valueTo: null,
      unit: "EUR",
      asOf: "2020-05-08",
      sourceId: "bi-cgh",
      note: { es: "Más de 2,2 millones.", en: "More than 2.2 million." },
      onCard: false,
      measures: null,
    },
    {
      id: "chapter-culture",
      label: { es: "De ellos: cultura", en: "Of this: culture" },
      valueKind: "at-least",
      value: 1300000,
      valueTo: null,
      unit: "EUR",
      asOf: "2020-05-08",
      sourceId: "bi-cgh",
      note: { es: "Más de 1,3 millones.", en: "More than 1.3 million." },
      onCard: false,
      measures: null,
    },
    {
      id: "families-fund",
      label: {
        es: "Fondo para familias fuera de las ayudas de emergencia social",
        en: "Fund for families outside emergency social aid",
      },
      valueKind: "exact",
      value: 625000,
      valueTo: null,
      unit: "EUR",
      asOf: "2020-05-08",
      sourceId: "bi-deia",
      note: { es: "", en: "" },
      onCard: false,
      measures: null,
    },
    {
      id: "measures-2020",
      label: { es: "Medidas del plan de 2020", en: "Measures in the 2020 plan" },
      valueKind: "at-least",
      value: 50,
      valueTo: null,
      unit: { es: "medidas", en: "measures" },
      asOf: "2020-05-08",
      sourceId: "bi-cgh",
      note: { es: "Más de 50 medidas excepcionales.", en: "More than 50 exceptional measures." },
      onCard: false,
      measures: "measures",
    },
    {
      id: "trade-grants-2020",
      label: {
        es: "Ayudas a las asociaciones de comercio de los barrios",
        en: "Grants to neighbourhood trade associations",
      },
      valueKind: "exact",
      value: 276000,
      valueTo: null,
      unit: "EUR",
      asOf: "2020-05-28",
      sourceId: "bi-276",
      note: { es: "El doble que antes.", en: "Twice as much as before." },
      onCard: false,
      measures: null,
    },
    {
      id: "budget-2021",
      label: { es: "Presupuesto del plan de 2021", en: "Budget of the 2021 plan" },
      valueKind: "exact",
      value: 15106875,
      valueTo: null,
      unit: "EUR",
      asOf: "2021-01-29",
      sourceId: "bi-2021",
      note: { es: "Importe aprobado, no gasto.", en: "Approved, not spent." },
      onCard: true,
      measures: "budget",
    },
    {
      id: "measures-2021",
      label: { es: "Medidas del plan de 2021", en: "Measures in the 2021 plan" },
      valueKind: "exact",
      value: 43,
      valueTo: null,
      unit: { es: "medidas", en: "measures" },
      asOf: "2021-01-29",
      sourceId: "bi-2021",
      note: { es: "La mayoría para el primer semestre.", en: "Mostly in the first half of the year." },
      onCard: true,
      measures: "measures",
    },
  ],
  sources: [
    {
      id: "bi-cgh",
      title: "Bilbao approves 15 million euro plan for social cohesion, economy, employment and culture",
      url: url.cgh,
      publisher: "Cities for Global Health",
      date: null,
      language: "en",
      accessedOn: null,
    },
    {
      id: "bi-deia",
      title: "Bilbao aprueba un plan de cohesión social",
      url: url.deia,
      publisher: "Deia",
      date: "2020-05-08",
      language: "es",
      accessedOn: null,
    },
    {
      id: "bi-2021",
      title: "COVID-19aren ondorioei aurre egiteko talka-neurrien 15 milioi euroko beste plan bat",
      url: url.plan2021,
      publisher: "Bilbao Ekintza",
      date: null,
      language: "eu",
      accessedOn: null,
    },
    {
      id: "bi-276",
      title: "Bilbao incrementa un 100 % las ayudas a las asociaciones de comercio frente al Covid-19",
      url: url.trade,
      publisher: "Bilbao Ekintza",
      date: null,
      language: "es",
      accessedOn: null,
    },
  ],
  organisations: [
    {
      id: "city-council",
      name: "Ayuntamiento de Bilbao (todos los partidos)",
      sector: "local-government",
      role: "lead",
      url: null,
    },
    { id: "bilbao-ekintza", name: "Bilbao Ekintza", sector: "public-agency", role: null, url: null },
    {
      id: "trade-associations",
      name: "Asociaciones de comercio de los barrios",
      sector: null,
      role: null,
      url: null,
    },
    {
      id: "sectors",
      name: "Sectores de la hostelería, el turismo y la cultura",
      sector: null,
      role: null,
      url: null,
    },
  ],
  buildingBlocks: [
    {
      id: "block-all-parties",
      name: { es: "Un plan que firman todos los partidos", en: "One plan that every party signs" },
      needs: {
        es: "Voluntad de acuerdo y un texto que todos puedan firmar. Cómo se negoció no consta.",
        en: "The will to agree, and a text that every party can sign. How it was negotiated is not recorded here.",
      },
      transferable: "partly",
    },
    {
      id: "block-families-fund",
      name: {
        es: "Un fondo para quien queda fuera de las ayudas de emergencia",
        en: "A fund for those whom emergency aid leaves out",
      },
      needs: {
        es: "Saber a quién no llegan las ayudas y dinero aparte. En Bilbao: 625.000 euros. Los requisitos no se conocen.",
        en: "Knowing whom the aid does not reach, and separate money. In Bilbao: €625,000. The criteria are not known.",
      },
      transferable: "yes",
    },
    {
      id: "block-trade-associations",
      name: {
        es: "Reforzar ayudas que ya existen para el comercio de barrio",
        en: "Raising grants that already exist for neighbourhood shops",
      },
      needs: {
        es: "Asociaciones de comercio en los barrios y una línea de ayudas en marcha. En Bilbao se duplicó a 276.000 euros.",
        en: "Trade associations in the neighbourhoods and a running grant line. Bilbao doubled its own to €276,000.",
      },
      transferable: "yes",
    },
  ],
  policyAreas: ["finance", "skills-business-support"],
  themes: ["local-economy-and-markets", "inclusion-of-vulnerable-groups", "culture", "homelessness"],
  targetGroups: ["low-income-families", "older-people", "homeless-people", "small-businesses", "culture-workers"],
  sdgs: [1, 8, 11],
  maturity: null,
  scale: "city",
};
