import type { SeedWriteUp } from "./types";

export const practice: SeedWriteUp = {
  name: "rotterdam-practice",
  city: "rotterdam",
  kind: "practice",
  languages: ["nl", "en"],
  audience: "cohort",
  title: {
    nl: "Voor Goed: een onafhankelijk bureau tussen de stad en impactondernemers",
    en: "Voor Goed: an independent agency between the city and impact entrepreneurs",
  },
  card: {
    nl: "Sinds 2019 heeft Rotterdam een onafhankelijk bureau tussen gemeente en impactondernemers. Twee onderdelen zijn los over te nemen: de openbare kaart van impactondernemingen en het inkoopplatform Goed Inkopen.",
    en: "Since 2019 Rotterdam has had an independent agency between the city and its impact entrepreneurs. Two parts can be taken alone: the public map of impact enterprises and the buying platform Goed Inkopen.",
  },
  crisis: null,
  startedOn: "2019",
  endedOn: null,
  beganOn: null,
  firstActionOn: null,
  sections: [
    {
      key: "problem",
      text: {
        nl: `Rotterdam was al met sociaal ondernemerschap bezig voordat het bureau er was. De gemeente had er een [actieplan voor 2017 en 2018](https://5dok.net/document/q7womwmd-sociaal-ondernemersklimaat-rotterdam-actieplan-sociaal-ondernemen-ondernemer-rotterdam.html) voor.

In 2019 kwam er iets bij wat dat plan niet was: een zelfstandige partij tussen de gemeente en de ondernemers. Welk knelpunt daarbij de doorslag gaf, vertellen de openbare bronnen niet.`,
        en: `Rotterdam was working on social enterprise before the agency existed. The municipality had an [action plan for 2017 and 2018](https://5dok.net/document/q7womwmd-sociaal-ondernemersklimaat-rotterdam-actieplan-sociaal-ondernemen-ondernemer-rotterdam.html).

In 2019 something was added that a plan is not: a separate body between the municipality and the entrepreneurs. Which difficulty tipped the balance, the public sources do not say.`,
      },
    },
    {
      key: "what-is-done",
      text: {
        nl: `Voor Goed staat tussen de gemeente en ondernemers die met hun bedrijf iets goeds voor de stad doen. Ook investeerders en andere bedrijven doen mee.

Er zijn twee dingen die iedereen kan zien en gebruiken:

- de [openbare kaart van impactondernemingen](https://impactondernemen010.nl/);
- [Goed Inkopen](https://www.platform31.nl/artikelen/maatschappelijke-uitdagingen-los-je-op-door-coalities-te-smeden/), een platform voor inkoop.

In 2021 begon de stad daarnaast met een eigen [aanpak voor impactinvesteren](https://www.oecd.org/en/publications/inclusive-growth-in-cities_3320b636-en/place-based-impact-investing-in-rotterdam_86804c34-en.html).

Het bureau laat bezoekers ook zien wat er in de stad gebeurt. In oktober 2023 schreef het over [BlueCity](https://www.voorgoedagency.nl/actualiteiten/recap-sewf-citytour-rotterdam-2023/), waar meer dan zestig ondernemers aan circulaire ideeën werken.`,
        en: `Voor Goed stands between the municipality and entrepreneurs whose business does the city some good. Investors and other companies take part too.

Two things are there for everybody to see and use:

- the [public map of impact enterprises](https://impactondernemen010.nl/);
- [Goed Inkopen](https://www.platform31.nl/artikelen/maatschappelijke-uitdagingen-los-je-op-door-coalities-te-smeden/), a platform for buying.

In 2021 the city also launched its own [approach to impact investing](https://www.oecd.org/en/publications/inclusive-growth-in-cities_3320b636-en/place-based-impact-investing-in-rotterdam_86804c34-en.html).

The agency shows visitors what happens in the city as well. In October 2023 it wrote about [BlueCity](https://www.voorgoedagency.nl/actualiteiten/recap-sewf-citytour-rotterdam-2023/), where over sixty entrepreneurs work on circular ideas.`,
      },
    },
    {
      key: "governance",
      text: {
        nl: `Het bureau is onafhankelijk en staat dus op zichzelf, naast de gemeente. Vier groepen komen er samen:

- Voor Goed Agency zelf;
- de gemeente Rotterdam;
- sociaal ondernemers;
- investeerders en bedrijven.

Over rechtsvorm, bestuur en opdracht zeggen de bronnen niets.`,
        en: `The agency is independent, so it stands by itself, beside the municipality. Four groups come together there:

- Voor Goed Agency itself;
- the Municipality of Rotterdam;
- social entrepreneurs;
- investors and companies.

On its legal form, board and assignment the sources are silent.`,
      },
    },
    {
      key: "how-to-start",
      text: {
        nl: `De Rotterdamse volgorde is na te lopen:

1. Eerst een gemeentelijk actieplan, voor 2017 en 2018.
2. Dan een onafhankelijk bureau, in 2019. Op 23 juni 2020 bestond het [één jaar](https://www.platform31.nl/artikelen/maatschappelijke-uitdagingen-los-je-op-door-coalities-te-smeden/).
3. Daarna geld: een aanpak voor impactinvesteren, in 2021.

Een stad hoeft niet met een bureau te beginnen. De kaart en het inkoopplatform zijn ook zonder bureau te gebruiken.`,
        en: `Rotterdam's order of steps is easy to follow:

1. First a municipal action plan, for 2017 and 2018.
2. Then an independent agency, in 2019. On 23 June 2020 it was [one year old](https://www.platform31.nl/artikelen/maatschappelijke-uitdagingen-los-je-op-door-coalities-te-smeden/).
3. After that, money: an approach to impact investing, in 2021.

A city need not begin with an agency. The map and the buying platform can be used without one.`,
      },
    },
    { key: "costs", empty: "not-known" },
    { key: "what-did-not-work", empty: "not-known" },
    {
      key: "lessons",
      text: {
        nl: `Wat de feiten laten zien, is vooral een manier van opbouwen. Een plan van twee jaar ging vooraf aan het bureau. De aanpak voor investeren volgde pas toen het bureau er stond.

Het tweede punt is praktisch. Kaart en inkoopplatform zijn losse onderdelen, en dat maakt ze voor een andere stad makkelijk om mee te nemen.`,
        en: `What the facts show is above all a way of building up. A plan of two years came before the agency. The approach to investing followed only once the agency stood.

The second point is a practical one. Map and buying platform are separate parts, which makes them easy for another city to take.`,
      },
    },
    {
      key: "conditions",
      text: {
        nl: `Voor het hele model zijn vier groepen nodig: een gemeente die ruimte geeft, een zelfstandig bureau, ondernemers, en partijen die kopen of investeren.

Wie alleen de kaart of het inkoopplatform wil, heeft minder nodig. Wat het bijhouden daarvan kost, is niet bekend.`,
        en: `The whole model takes four groups: a municipality that gives room, a separate agency, entrepreneurs, and those who buy or invest.

Taking only the map or the buying platform asks for less. What it costs to keep them up is not known.`,
      },
    },
    { key: "next-steps", empty: "not-known" },
  ],
  timeline: [],
  observations: [
    {
      id: "bluecity-entrepreneurs",
      label: {
        nl: "Ondernemers die in BlueCity aan circulaire ideeën werken",
        en: "Entrepreneurs working on circular ideas in BlueCity",
      },
      valueKind: "at-least",
      value: 60,
      valueTo: null,
      unit: { nl: "ondernemers", en: "entrepreneurs" },
      asOf: "2023-10",
      sourceId: "ro-sewf",
      note: {
        nl: "Alleen BlueCity; niet alle ondernemers met wie het bureau werkt.",
        en: "BlueCity only; not all the entrepreneurs the agency works with.",
      },
      onCard: true,
      measures: null,
    },
    {
      id: "agency-age",
      label: { nl: "Zo lang bestond het bureau", en: "The agency had existed for" },
      valueKind: "exact",
      value: 1,
      valueTo: null,
      unit: { nl: "jaar", en: "year" },
      asOf: "2020-06-23",
      sourceId: "ro-p31",
      note: {
        nl: "Volgens het artikel van die dag; dat past bij een start in 2019.",
        en: "By the article of that day; this fits a start in 2019.",
      },
      onCard: false,
      measures: null,
    },
  ],
  sources: [
    {
      id: "ro-p31",
      title: "Maatschappelijke uitdagingen los je op door coalities te smeden",
      url: "https://www.platform31.nl/artikelen/maatschappelijke-uitdagingen-los-je-op-door-coalities-te-smeden/",
      publisher: "Platform31",
      date: "2020-06-23",
      language: "nl",
      accessedOn: null,
    },
    {
      id: "ro-kaart",
      title: "Impact Ondernemen 010: kaart van impactondernemingen",
      url: "https://impactondernemen010.nl/",
      publisher: "impactondernemen010.nl",
      date: null,
      language: "nl",
      accessedOn: null,
    },
    {
      id: "ro-actie",
      title: "Actieplan sociaal ondernemen Rotterdam",
      url: "https://5dok.net/document/q7womwmd-sociaal-ondernemersklimaat-rotterdam-actieplan-sociaal-ondernemen-ondernemer-rotterdam.html",
      publisher: "Gemeente Rotterdam (op 5dok.net)",
      date: null,
      language: "nl",
      accessedOn: null,
    },
    {
      id: "ro-sewf",
      title: "Recap SEWF Citytour Rotterdam 2023",
      url: "https://www.voorgoedagency.nl/actualiteiten/recap-sewf-citytour-rotterdam-2023/",
      publisher: "Voor Goed Agency",
      date: "2023-10-19",
      language: "en",
      accessedOn: null,
    },
    {
      id: "ro-oecd",
      title: "Place-based impact investing in Rotterdam",
      url: "https://www.oecd.org/en/publications/inclusive-growth-in-cities_3320b636-en/place-based-impact-investing-in-rotterdam_86804c34-en.html",
      publisher: "OECD",
      date: null,
      language: "en",
      accessedOn: null,
    },
  ],
  organisations: [
    { id: "voor-goed", name: "Voor Goed Agency", sector: null, role: "coordination", url: null },
    { id: "gemeente", name: "Gemeente Rotterdam", sector: "local-government", role: null, url: null },
    { id: "sociaal-ondernemers", name: "Sociaal ondernemers", sector: "sse", role: null, url: null },
    {
      id: "investeerders-bedrijven",
      name: "Investeerders en bedrijven",
      sector: "private-company",
      role: null,
      url: null,
    },
  ],
  buildingBlocks: [
    {
      id: "kaart",
      name: { nl: "Openbare kaart van impactondernemingen", en: "Public map of impact enterprises" },
      needs: {
        nl: "Een lijst van de impactondernemingen in de stad en iemand die haar bijhoudt. Een bureau is er niet voor nodig.",
        en: "A list of the city's impact enterprises and somebody who keeps it up. It does not take an agency.",
      },
      transferable: "yes",
    },
    {
      id: "goed-inkopen",
      name: { nl: "Goed Inkopen: een inkoopplatform", en: "Goed Inkopen: a buying platform" },
      needs: {
        nl: "Sociaal ondernemers die iets te verkopen hebben, en inkopers die er willen kopen.",
        en: "Social entrepreneurs with something to sell, and buyers who want to buy there.",
      },
      transferable: "yes",
    },
    {
      id: "bureau",
      name: { nl: "Een onafhankelijk bureau ertussen", en: "An independent agency in between" },
      needs: {
        nl: "Een gemeente die een zelfstandige partij naast zich wil, en ondernemers en investeerders die meedoen. De kosten zijn niet bekend.",
        en: "A municipality that wants a separate body at its side, and entrepreneurs and investors who join. The costs are not known.",
      },
      transferable: "partly",
    },
  ],
  policyAreas: ["ecosystem-governance", "skills-business-support", "markets-procurement"],
  themes: ["local-economy-and-markets", "circular-economy", "communication-with-sse"],
  targetGroups: ["sse-organisations", "small-businesses"],
  sdgs: [8, 10, 12],
  maturity: "running",
  scale: "city",
};

export const crisisCase: SeedWriteUp = {
  name: "rotterdam-case",
  city: "rotterdam",
  kind: "case",
  languages: ["nl", "en"],
  audience: "public",
  title: {
    nl: "De buurt staat achter je: belteams en chauffeurs van Trevvel",
    en: "The neighbourhood stands behind you: call teams and Trevvel drivers",
  },
  card: {
    nl: "In maart 2020 kreeg elk gebied een belteam dat zelf ouderen opbelde. Chauffeurs van Trevvel brachten boodschappen en pakketten van de voedselbank. De huisbezoeken aan 75-plussers vertelden wie het eerst gebeld moest worden.",
    en: "In March 2020 every area got a call team that rang older people. Trevvel drivers brought shopping and food-bank parcels. Earlier home visits to people over 75 told the teams whom to ring first.",
  },
  crisis: "covid-19",
  startedOn: "2020-03",
  endedOn: null,
  beganOn: null,
  firstActionOn: "2020-03-18",
  sections: [
    {
      key: "trigger",
      text: {
        nl: `De coronacrisis, en de beperkingen die erbij hoorden. Op 18 maart 2020 lezen we voor het eerst over een [hulplijn, gekoppeld aan elk gebied van de stad](https://en.pitane.blue/2020/03/18/rotterdam-trevvel-and-other-partners-join-forces/).

Wie het besluit nam en op welke gronden, staat niet in de openbare bronnen.`,
        en: `The COVID-19 crisis, and the restrictions that came with it. On 18 March 2020 we first read that the [helpline was linked to every area of the city](https://en.pitane.blue/2020/03/18/rotterdam-trevvel-and-other-partners-join-forces/).

Who took the decision, and on what grounds, is not in the public sources.`,
      },
    },
    {
      key: "what-was-in-place",
      text: {
        nl: `Het belangrijkste lag er al: kennis over mensen. Bij huisbezoeken aan 75-plussers hadden de welzijnsorganisaties gezien wie extra aandacht nodig had.

Verder waren er partijen die de stad al kende: het nummer 14 010 van de gemeente, de welzijnsorganisaties van WIN010, Trevvel en de Voedselbank Rotterdam.`,
        en: `The most important thing was already there: knowledge of people. On home visits to people over 75, the welfare organisations had seen who needed extra attention.

There were also partners the city already knew: the municipality's number 14 010, the WIN010 welfare organisations, Trevvel and Voedselbank Rotterdam.`,
      },
    },
    {
      key: "what-is-done",
      text: {
        nl: `- Een hulplijn, gekoppeld aan elk gebied van de stad.
- Belteams die zelf ouderen opbellen, in plaats van te wachten tot de telefoon gaat.
- Chauffeurs van Trevvel die boodschappen en pakketten van de voedselbank thuisbrengen.

Elk gebied had [een eigen belteam](https://www.metronieuws.nl/rotterdam/2020/03/de-buurt-staat-achter-je). Daar konden ook mensen terecht die wilden helpen.

Midden in de crisis kreeg de voedselbank er [15 tot 25 procent klanten bij](https://www.rijnmond.nl/nieuws/1285803/Rotterdamse-Voedselbank-ontvangt-veel-meer-donaties-in-coronatijd).`,
        en: `- A helpline, linked to every area of the city.
- Call teams that ring older people themselves, instead of waiting for the phone to go.
- Trevvel drivers who bring shopping and food-bank parcels to the door.

Every area had [its own call team](https://www.metronieuws.nl/rotterdam/2020/03/de-buurt-staat-achter-je). People who wanted to help could turn to it too.

In mid-crisis the food bank saw [15 to 25 percent more clients](https://www.rijnmond.nl/nieuws/1285803/Rotterdamse-Voedselbank-ontvangt-veel-meer-donaties-in-coronatijd).`,
      },
    },
    {
      key: "who-did-what",
      text: {
        nl: `- **Gemeente Rotterdam**: de hulplijn, via 14 010.
- **Welzijnsorganisaties van WIN010**: de belteams, een in elk gebied.
- **Trevvel**: chauffeurs voor boodschappen en voedselpakketten.
- **Voedselbank Rotterdam**: de pakketten zelf.
- **Ondernemers uit de buurt**: zij deden mee; wat zij precies deden, is niet vastgelegd.`,
        en: `- **Municipality of Rotterdam**: the helpline, through 14 010.
- **WIN010 welfare organisations**: the call teams, one in each area.
- **Trevvel**: drivers for shopping and food parcels.
- **Voedselbank Rotterdam**: the parcels themselves.
- **Neighbourhood entrepreneurs**: they took part; what exactly they did is not on record.`,
      },
    },
    { key: "not-reached", empty: "not-known" },
    {
      key: "what-did-not-work",
      text: {
        nl: `De gewone welzijnsopdrachten bleven achter. De [begroting voor 2021](https://penc-rotterdam.prd.riviumba.com/apps/print.html?url=%2Fapps%2Fbegroting2021%2Fprogrammas%2Fmaatschappelijke-onderste%2Fsamenkracht-en-burgerpart-1%2Findex.xml) zegt het open. De meeste resultaten die voor 2020 met de welzijnsaanbieders waren afgesproken, werden niet gehaald.

Dat kwam door de beperkingen. Hoe ver de resultaten achterbleven, staat er niet bij.`,
        en: `The ordinary welfare work fell behind. The [budget for 2021](https://penc-rotterdam.prd.riviumba.com/apps/print.html?url=%2Fapps%2Fbegroting2021%2Fprogrammas%2Fmaatschappelijke-onderste%2Fsamenkracht-en-burgerpart-1%2Findex.xml) says so openly. Most results agreed with the welfare providers for 2020 could not be reached.

The restrictions were the cause. How far the results fell short is not given.`,
      },
    },
    {
      key: "lessons",
      text: {
        nl: `**Weet vooraf wie je belt.** De kennis uit de huisbezoeken aan 75-plussers vertelde de teams [wie het eerst gebeld moest worden](https://en.pitane.blue/2020/03/18/rotterdam-trevvel-and-other-partners-join-forces/). Zulke kennis verzamel je in rustige tijden.

**Een telefoonlijn kan blijven.** Dezelfde begroting noemt de telefoonlijnen als iets wat het bewaren waard is.`,
        en: `**Know beforehand whom to ring.** Knowledge from the home visits to people over 75 told the teams [whom to ring first](https://en.pitane.blue/2020/03/18/rotterdam-trevvel-and-other-partners-join-forces/). Such knowledge is gathered in quiet times.

**A phone line can stay.** The same budget names the phone lines as something worth keeping.`,
      },
    },
    {
      key: "conditions",
      text: {
        nl: `Wie dit wil overnemen, heeft drie dingen nodig:

- kennis van de ouderen in elke wijk, bijvoorbeeld uit huisbezoeken;
- een welzijnsorganisatie per gebied die een belteam kan vormen;
- een vervoerder met chauffeurs die ander werk kunnen gaan doen.`,
        en: `A city that wants to take this on needs three things:

- knowledge of older people in each neighbourhood, from home visits for instance;
- a welfare organisation in each area that can form a call team;
- a transport company with drivers who can switch to other work.`,
      },
    },
    {
      key: "what-stayed",
      text: {
        nl: `De telefoonlijnen worden in de [begroting voor 2021](https://penc-rotterdam.prd.riviumba.com/apps/print.html?url=%2Fapps%2Fbegroting2021%2Fprogrammas%2Fmaatschappelijke-onderste%2Fsamenkracht-en-burgerpart-1%2Findex.xml) genoemd als het bewaren waard. Of ze gebleven zijn, is hier niet bekend.

Als dank kregen vrijwilligers ongeveer 6.000 Rotterdampassen. Wanneer dat was, weten we niet.`,
        en: `The [budget for 2021](https://penc-rotterdam.prd.riviumba.com/apps/print.html?url=%2Fapps%2Fbegroting2021%2Fprogrammas%2Fmaatschappelijke-onderste%2Fsamenkracht-en-burgerpart-1%2Findex.xml) names the phone lines as worth keeping. Whether they stayed is not known here.

Volunteers were thanked with about 6,000 city passes, the Rotterdampas. We do not know when.`,
      },
    },
    { key: "readiness", empty: "not-known" },
  ],
  timeline: [
    {
      id: "helpline-and-drivers",
      date: "2020-03-18",
      phase: "respond",
      what: {
        nl: "Hulplijn gekoppeld aan elk gebied; belteams bellen ouderen op; chauffeurs van Trevvel brengen boodschappen en pakketten van de voedselbank.",
        en: "Helpline linked to every area; call teams ring older people; Trevvel drivers bring shopping and food-bank parcels.",
      },
      who: {
        nl: "Gemeente Rotterdam, welzijnsorganisaties van WIN010, Trevvel, Voedselbank Rotterdam",
        en: "Municipality of Rotterdam, WIN010 welfare organisations, Trevvel, Voedselbank Rotterdam",
      },
      sourceId: "ro-trevvel",
    },
    {
      id: "call-team-in-each-area",
      date: "2020-03",
      phase: "respond",
      what: {
        nl: "Een belteam in elk gebied, ook voor mensen die willen helpen.",
        en: "A call team in each area, also for people who want to help.",
      },
      who: { nl: "Welzijnsorganisaties van WIN010", en: "WIN010 welfare organisations" },
      sourceId: "ro-metro",
    },
    {
      id: "budget-2021",
      date: "2020-08",
      phase: "rebuild",
      what: {
        nl: "Begroting 2021: de meeste welzijnsresultaten voor 2020 worden niet gehaald; de telefoonlijnen heten het bewaren waard.",
        en: "Budget 2021: most welfare results agreed for 2020 will not be met; the phone lines are named as worth keeping.",
      },
      who: { nl: "Gemeente Rotterdam", en: "Municipality of Rotterdam" },
      sourceId: "ro-begroting",
    },
  ],
  observations: [
    {
      id: "food-bank-growth",
      label: {
        nl: "Groei van het aantal klanten van de voedselbank, midden in de crisis",
        en: "Growth of food-bank clients in mid-crisis",
      },
      valueKind: "range",
      value: 15,
      valueTo: 25,
      unit: "percent",
      asOf: "2020",
      sourceId: "ro-voedselbank",
      note: {
        nl: "Een bandbreedte; een aantal klanten staat er niet bij.",
        en: "A range; no number of clients is given with it.",
      },
      onCard: true,
      measures: null,
    },
    {
      id: "city-passes",
      label: { nl: "Rotterdampassen als dank voor vrijwilligers", en: "City passes to thank volunteers" },
      valueKind: "about",
      value: 6000,
      valueTo: null,
      unit: { nl: "passen", en: "passes" },
      asOf: null,
      sourceId: "ro-pas",
      note: {
        nl: "De pagina draagt geen datum en heeft geen bekend adres.",
        en: "The page carries no date and its address is not known.",
      },
      onCard: true,
      measures: null,
    },
  ],
  sources: [
    {
      id: "ro-trevvel",
      title: "Rotterdam: Trevvel and other partners join forces",
      url: "https://en.pitane.blue/2020/03/18/rotterdam-trevvel-and-other-partners-join-forces/",
      publisher: "Pitane Blue",
      date: "2020-03-18",
      language: "en",
      accessedOn: null,
    },
    {
      id: "ro-metro",
      title: "De buurt staat achter je",
      url: "https://www.metronieuws.nl/rotterdam/2020/03/de-buurt-staat-achter-je",
      publisher: "Metro",
      date: "2020-03",
      language: "nl",
      accessedOn: null,
    },
    {
      id: "ro-begroting",
      title: "Begroting 2021: samenkracht en burgerparticipatie",
      url: "https://penc-rotterdam.prd.riviumba.com/apps/print.html?url=%2Fapps%2Fbegroting2021%2Fprogrammas%2Fmaatschappelijke-onderste%2Fsamenkracht-en-burgerpart-1%2Findex.xml",
      publisher: "Gemeente Rotterdam",
      date: null,
      language: "nl",
      accessedOn: null,
    },
    {
      id: "ro-voedselbank",
      title: "Rotterdamse Voedselbank ontvangt veel meer donaties in coronatijd",
      url: "https://www.rijnmond.nl/nieuws/1285803/Rotterdamse-Voedselbank-ontvangt-veel-meer-donaties-in-coronatijd",
      publisher: "Rijnmond",
      date: null,
      language: "nl",
      accessedOn: null,
    },
    {
      id: "ro-pas",
      title: "Rotterdam Sterker Door: Rotterdampassen voor vrijwilligers (pagina zonder bekend adres)",
      url: null,
      publisher: null,
      date: null,
      language: "nl",
      accessedOn: null,
    },
  ],
  organisations: [
    {
      id: "gemeente",
      name: "Gemeente Rotterdam (14 010)",
      sector: "local-government",
      role: "coordination",
      url: null,
    },
    {
      id: "win010",
      name: "Welzijnsorganisaties van WIN010",
      sector: "other-non-profit",
      role: "delivery",
      url: null,
    },
    { id: "trevvel", name: "Trevvel", sector: "private-company", role: "logistics", url: null },
    { id: "voedselbank", name: "Voedselbank Rotterdam", sector: "other-non-profit", role: "delivery", url: null },
    { id: "buurtondernemers", name: "Ondernemers uit de buurt", sector: "private-company", role: null, url: null },
  ],
  buildingBlocks: [
    {
      id: "belteam",
      name: { nl: "Een belteam per gebied", en: "A call team in each area" },
      needs: {
        nl: "Een welzijnsorganisatie die de wijk kent, en een lijst van mensen om het eerst te bellen.",
        en: "A welfare organisation that knows the neighbourhood, and a list of people to ring first.",
      },
      transferable: "yes",
    },
    {
      id: "chauffeurs",
      name: {
        nl: "Chauffeurs die boodschappen en voedselpakketten brengen",
        en: "Drivers who bring shopping and food parcels",
      },
      needs: {
        nl: "Een vervoerder met chauffeurs die ander werk kunnen doen, en afspraken met de voedselbank.",
        en: "A transport company whose drivers can do other work, and arrangements with the food bank.",
      },
      transferable: "partly",
    },
    {
      id: "huisbezoeken",
      name: {
        nl: "Kennis uit huisbezoeken aan 75-plussers",
        en: "Knowledge from home visits to people over 75",
      },
      needs: {
        nl: "Huisbezoeken die al vóór een crisis worden gedaan. Op de dag zelf is het te laat om te beginnen.",
        en: "Home visits that are made before a crisis. On the day itself it is too late to begin.",
      },
      transferable: "partly",
    },
  ],
  policyAreas: ["ecosystem-governance", "citizen-participation", "data"],
  themes: ["inclusion-of-vulnerable-groups", "food", "care-and-health", "volunteering"],
  targetGroups: ["older-people", "people-living-alone", "low-income-families", "volunteers"],
  sdgs: [2, 3, 10],
  maturity: null,
  scale: "city",
};
