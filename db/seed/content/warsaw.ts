import type { SeedWriteUp } from "./types";

export const practice: SeedWriteUp = {
  name: "warsaw-practice",
  city: "warsaw",
  kind: "practice",
  languages: ["pl", "en"],
  audience: "city",
  title: {
    pl: "Miejsca Aktywności Lokalnej (MAL): sieć otwartych miejsc w sąsiedztwie",
    en: "Local Activity Places (MAL): a network of open neighbourhood rooms",
  },
  card: {
    pl: "Od 2015 roku rośnie w Warszawie sieć miejsc otwartych dla sąsiadów. Prowadzą je domy kultury, biblioteki, ośrodki pomocy społecznej, organizacje pozarządowe, spółdzielnie mieszkaniowe i lokalne firmy. W sierpniu 2025 było ich ponad 120.",
    en: "Since 2015 Warsaw has built up a network of rooms open to neighbours. They belong to cultural centres, libraries, social welfare centres, NGOs, housing co-operatives and local businesses. In August 2025 there were more than 120.",
  },
  crisis: null,
  startedOn: "2015",
  endedOn: null,
  beganOn: null,
  firstActionOn: null,
  sections: [
    { key: "problem", empty: "not-known" },
    {
      key: "what-is-done",
      text: {
        pl: `[Miejsce Aktywności Lokalnej](https://um.warszawa.pl/waw/sasiedzka/mal), w skrócie MAL, to otwarte miejsce dla sąsiadów.

Do sieci należą:

- domy kultury i biblioteki;
- ośrodki pomocy społecznej;
- organizacje pozarządowe;
- spółdzielnie mieszkaniowe;
- lokalne firmy.

Według artykułu z 24 sierpnia 2025 roku w Warszawie działa [ponad 120 takich miejsc](https://zyciewarszawy.pl/aktualnosci/art42898381-tu-rodzi-sie-sasiedzka-wspolnota-nadchodza-dni-otwarte-w-warszawskich-miejscach-aktywnosci-lokalnej).`,
        en: `A [Local Activity Place](https://um.warszawa.pl/waw/sasiedzka/mal), MAL for short, is an open place for neighbours.

The network is made up of:

- cultural centres and libraries;
- social welfare centres;
- NGOs;
- housing co-operatives;
- local businesses.

By an article of 24 August 2025, [more than 120 such places](https://zyciewarszawy.pl/aktualnosci/art42898381-tu-rodzi-sie-sasiedzka-wspolnota-nadchodza-dni-otwarte-w-warszawskich-miejscach-aktywnosci-lokalnej) are open in Warsaw.`,
      },
    },
    {
      key: "governance",
      text: {
        pl: `Po stronie miasta partnerem jest Centrum Komunikacji Społecznej. Gospodarze są bardzo różni: od biblioteki po spółdzielnię mieszkaniową i firmę z sąsiedztwa.

Jakie zasady obowiązują gospodarzy, nie wynika z zebranych źródeł.`,
        en: `On the city's side the partner is the Social Communication Centre. The hosts are very different: from a library to a housing co-operative or a local business.

What rules the hosts keep to, the sources we have do not show.`,
      },
    },
    {
      key: "how-to-start",
      text: {
        pl: `Sieć wyrosła z [programu na lata 2015–2020](https://publicystyka.ngo.pl/miejsca-aktywnosci-lokalnej-przyjdz-poznaj-i-daj-sie-poznac). Ten okres minął, a sieć w 2025 roku nadal działała i liczyła ponad 120 miejsc.

Najprostszy początek to rozejrzeć się po okolicy. Biblioteka, dom kultury czy ośrodek pomocy społecznej już tam są.`,
        en: `The network grew out of a [programme for 2015 to 2020](https://publicystyka.ngo.pl/miejsca-aktywnosci-lokalnej-przyjdz-poznaj-i-daj-sie-poznac). That period ended, and the network was still there in 2025, with more than 120 places.

The simplest beginning is to look around. The library, the cultural centre and the social welfare centre already stand there.`,
      },
    },
    { key: "costs", empty: "not-known" },
    {
      key: "what-did-not-work",
      text: {
        pl: `Brakuje jednej aktualnej liczby. [Strona miasta](https://um.warszawa.pl/waw/sasiedzka/mal) podaje ponad 100 miejsc, bez daty. Artykuł z [sierpnia 2025 roku](https://zyciewarszawy.pl/aktualnosci/art42898381-tu-rodzi-sie-sasiedzka-wspolnota-nadchodza-dni-otwarte-w-warszawskich-miejscach-aktywnosci-lokalnej) podaje ponad 120.

Obie liczby mogą być prawdziwe, każda w swoim czasie. Kto czyta tylko jedną, tego nie zobaczy.`,
        en: `One current figure is missing. The [city's page](https://um.warszawa.pl/waw/sasiedzka/mal) gives more than 100 places, undated. An article of [August 2025](https://zyciewarszawy.pl/aktualnosci/art42898381-tu-rodzi-sie-sasiedzka-wspolnota-nadchodza-dni-otwarte-w-warszawskich-miejscach-aktywnosci-lokalnej) gives more than 120.

Both may be true, each in its time. Whoever reads only one will not see that.`,
      },
    },
    { key: "lessons", empty: "not-known" },
    {
      key: "conditions",
      text: {
        pl: `To praktyka o miejscach dla wspólnoty. Polityką ekonomii społecznej w ścisłym sensie nie jest. Liczb o warszawskich ośrodkach wsparcia ekonomii społecznej nie mamy.

Miasto, które chce z niej skorzystać, potrzebuje:

- gospodarzy gotowych otworzyć drzwi;
- wspólnej nazwy, po której mieszkańcy je poznają;
- kogoś, kto trzyma sieć razem.`,
        en: `This is a practice about places for the community. It is not a policy for the social economy in the strict sense. We have no figure on Warsaw's support centres for the social economy.

A city that wants to use it needs:

- hosts who are ready to open their doors;
- a shared name by which residents know them;
- somebody who holds the network together.`,
      },
    },
    { key: "next-steps", empty: "not-known" },
  ],
  timeline: [],
  observations: [
    {
      id: "places-undated",
      label: { pl: "Miejsca w sieci", en: "Places in the network" },
      valueKind: "at-least",
      value: 100,
      valueTo: null,
      unit: { pl: "miejsc", en: "places" },
      asOf: null,
      sourceId: "wa-mal",
      note: { pl: "Strona miasta, bez widocznej daty.", en: "The city's page, with no date to be seen." },
      onCard: true,
      measures: "places",
    },
    {
      id: "places-2025",
      label: { pl: "Miejsca w sieci", en: "Places in the network" },
      valueKind: "at-least",
      value: 120,
      valueTo: null,
      unit: { pl: "miejsc", en: "places" },
      asOf: "2025-08-24",
      sourceId: "wa-mal25",
      note: { pl: "Według artykułu prasowego.", en: "By a newspaper article." },
      onCard: true,
      measures: "places",
    },
  ],
  sources: [
    {
      id: "wa-mal",
      title: "Warszawa Sąsiedzka: Miejsca Aktywności Lokalnej",
      url: "https://um.warszawa.pl/waw/sasiedzka/mal",
      publisher: "Miasto Stołeczne Warszawa",
      date: null,
      language: "pl",
      accessedOn: null,
    },
    {
      id: "wa-mal25",
      title: "Tu rodzi się sąsiedzka wspólnota. Nadchodzą dni otwarte w warszawskich Miejscach Aktywności Lokalnej",
      url: "https://zyciewarszawy.pl/aktualnosci/art42898381-tu-rodzi-sie-sasiedzka-wspolnota-nadchodza-dni-otwarte-w-warszawskich-miejscach-aktywnosci-lokalnej",
      publisher: "Życie Warszawy",
      date: "2025-08-24",
      language: "pl",
      accessedOn: null,
    },
    {
      id: "wa-malngo",
      title: "Miejsca Aktywności Lokalnej. Przyjdź, poznaj i daj się poznać",
      url: "https://publicystyka.ngo.pl/miejsca-aktywnosci-lokalnej-przyjdz-poznaj-i-daj-sie-poznac",
      publisher: "ngo.pl",
      date: null,
      language: "pl",
      accessedOn: null,
    },
  ],
  organisations: [
    {
      id: "cks",
      name: "Centrum Komunikacji Społecznej m.st. Warszawy",
      sector: "local-government",
      role: "coordination",
      url: null,
    },
    { id: "domy-kultury", name: "Domy kultury", sector: "public-agency", role: "delivery", url: null },
    { id: "biblioteki", name: "Biblioteki", sector: "public-agency", role: "delivery", url: null },
    {
      id: "osrodki-pomocy",
      name: "Ośrodki pomocy społecznej",
      sector: "public-agency",
      role: "delivery",
      url: null,
    },
    { id: "organizacje", name: "Organizacje pozarządowe", sector: "other-non-profit", role: "delivery", url: null },
    { id: "spoldzielnie", name: "Spółdzielnie mieszkaniowe", sector: "sse", role: "delivery", url: null },
    { id: "lokalne-firmy", name: "Lokalne firmy", sector: "private-company", role: "delivery", url: null },
  ],
  buildingBlocks: [
    {
      id: "gospodarze",
      name: { pl: "Miejsca, które już są w okolicy", en: "Places that already stand in the neighbourhood" },
      needs: {
        pl: "Biblioteka, dom kultury lub inny gospodarz, który otworzy drzwi sąsiadom.",
        en: "A library, cultural centre or another host that opens its doors to neighbours.",
      },
      transferable: "yes",
    },
    {
      id: "wspolna-nazwa",
      name: { pl: "Jedna nazwa dla różnych gospodarzy", en: "One name for different hosts" },
      needs: {
        pl: "Ktoś po stronie miasta, kto łączy miejsca w sieć.",
        en: "Somebody on the city's side who links the places into a network.",
      },
      transferable: "yes",
    },
  ],
  policyAreas: ["spaces-infrastructure", "citizen-participation"],
  themes: ["public-space", "culture"],
  targetGroups: ["general-population"],
  sdgs: [10, 11, 16],
  maturity: "running",
  scale: "city",
};

export const crisisCase: SeedWriteUp = {
  name: "warsaw-case",
  city: "warsaw",
  kind: "case",
  languages: ["pl", "en"],
  audience: "public",
  title: {
    pl: "Warszawa Wspiera: zespół wsparcia w każdej dzielnicy",
    en: "Warszawa Wspiera: a support team in every district",
  },
  card: {
    pl: "30 marca 2020 roku prezydent Warszawy powołał system z jednym zespołem w każdej dzielnicy. Zespoły miały dotrzeć do osób, do których nie docierała zwykła pomoc społeczna. Wolontariusze nosili starszym osobom posiłki do domu.",
    en: "On 30 March 2020 the mayor of Warsaw set up a system with one team in each district. The teams were to reach those whom ordinary social care did not reach. Volunteers brought meals home to older people.",
  },
  crisis: "covid-19",
  startedOn: "2020-03-30",
  endedOn: null,
  beganOn: null,
  firstActionOn: "2020-03-30",
  sections: [
    {
      key: "trigger",
      text: {
        pl: `Epidemia COVID-19. 30 marca 2020 roku prezydent miasta [powołał system „Warszawa Wspiera”](https://ochotnicy.waw.pl/aktualnosci/40-wsparcie/502-system-warszawa-wspiera).

Chodziło o osoby starsze i o osoby w izolacji.`,
        en: `The COVID-19 epidemic. On 30 March 2020 the mayor [set up the system "Warszawa Wspiera"](https://ochotnicy.waw.pl/aktualnosci/40-wsparcie/502-system-warszawa-wspiera), which means "Warsaw supports".

It was meant for older people and people in isolation.`,
      },
    },
    {
      key: "what-was-in-place",
      text: {
        pl: `System nie zaczynał od zera. W każdej dzielnicy był urząd, a w mieście działały ośrodki pomocy społecznej i organizacje z wolontariuszami.

Pod opieką miasta było 19 domów pomocy społecznej. [14 z nich miasto prowadziło samo](https://wawalove.wp.pl/rafal-trzaskowski-4-tys-testow-dla-domow-pomocy-spolecznej-6500867529070209a).`,
        en: `The system did not start from nothing. Each district had its office, and the city had social welfare centres and organisations with volunteers.

There were 19 care homes in the city's charge. [The city ran 14 of them itself](https://wawalove.wp.pl/rafal-trzaskowski-4-tys-testow-dla-domow-pomocy-spolecznej-6500867529070209a).`,
      },
    },
    {
      key: "what-is-done",
      text: {
        pl: `- **Zespoły.** W każdej dzielnicy działał jeden zespół wsparcia.
- **Posiłki.** W kwietniu 2020 roku wolontariusze nosili posiłki osobom starszym do domu.
- **Maseczki.** W maju mieszkańcy Wawra szyli maseczki za pieniądze dzielnicy. Powstawało [3000 kolejnych dla seniorów](https://wawalove.wp.pl/koronawirus-warszawa-warszawscy-wolontariusze-wspieraja-potrzebujacych-6507662467971201a).
- **Ulgi.** Wiosenna ulga w opłatach objęła [2267 firm gastronomicznych](https://warszawa19115.pl/-/dzialania-warszawy). Zwrócono im 2 506 250,59 zł. We wrześniu 2021 roku rada odroczyła kolejną ratę opłaty.`,
        en: `- **Teams.** There was one support team in each district.
- **Meals.** In April 2020 volunteers brought meals home to older people.
- **Masks.** In May residents of Wawer sewed masks with district money. [Another 3,000 for older people](https://wawalove.wp.pl/koronawirus-warszawa-warszawscy-wolontariusze-wspieraja-potrzebujacych-6507662467971201a) were being made.
- **Relief on fees.** The spring relief reached [2,267 restaurant businesses](https://warszawa19115.pl/-/dzialania-warszawy). They got back 2,506,250.59 zloty. In September 2021 the council postponed another instalment of the fee.`,
      },
    },
    {
      key: "who-did-what",
      text: {
        pl: `- **Prezydent miasta** powołał system.
- **Urzędy dzielnic i ośrodki pomocy społecznej** są partnerami zespołów w dzielnicach.
- **Organizacje pozarządowe i ich wolontariusze** nosili posiłki.
- **Mieszkańcy Wawra** szyli maseczki, a dzielnica dała pieniądze.
- **Rada miasta** odroczyła ratę opłaty dla gastronomii.`,
        en: `- **The mayor** set up the system.
- **District offices and social welfare centres** are partners of the teams in the districts.
- **NGOs and their volunteers** brought meals.
- **Residents of Wawer** sewed masks, and the district gave the money.
- **The city council** postponed an instalment of the fee for restaurants.`,
      },
    },
    { key: "not-reached", empty: "not-known" },
    { key: "what-did-not-work", empty: "not-known" },
    {
      key: "lessons",
      text: {
        pl: `**Uzupełniać, nie zastępować.** Zespoły miały [dotrzeć tam, gdzie nie docierała zwykła pomoc społeczna](https://ochotnicy.waw.pl/aktualnosci/40-wsparcie/502-system-warszawa-wspiera). Nie miały jej zastępować.

To jedno zdanie porządkuje pracę. Nowy zespół wie, kogo szuka, a ośrodek pomocy społecznej robi dalej swoje.`,
        en: `**Add, do not replace.** The teams were asked to [reach those whom ordinary social care did not reach](https://ochotnicy.waw.pl/aktualnosci/40-wsparcie/502-system-warszawa-wspiera). They were not to replace it.

That one sentence puts the work in order. The new team knows whom to look for, and social care goes on with its own work.`,
      },
    },
    {
      key: "conditions",
      text: {
        pl: `Inne miasto potrzebuje:

- dzielnic z własnym urzędem, a najlepiej z własnymi pieniędzmi, jak Wawer;
- ośrodków pomocy społecznej, które wiedzą, kto już ma opiekę;
- organizacji z wolontariuszami.`,
        en: `Another city needs:

- districts with an office, and best with money of their own, like Wawer;
- social welfare centres that know who is already cared for;
- organisations with volunteers.`,
      },
    },
    { key: "what-stayed", empty: "not-known" },
    { key: "readiness", empty: "not-known" },
  ],
  timeline: [
    {
      id: "system-set-up",
      date: "2020-03-30",
      phase: "respond",
      what: {
        pl: "Powołanie systemu; jeden zespół w każdej dzielnicy.",
        en: "The system is set up; one team in each district.",
      },
      who: { pl: "Prezydent m.st. Warszawy", en: "Mayor of Warsaw" },
      sourceId: "wa-system",
    },
    {
      id: "meals",
      date: "2020-04",
      phase: "respond",
      what: {
        pl: "Wolontariusze noszą posiłki osobom starszym do domu; 19 domów pomocy społecznej pod opieką miasta, 14 prowadzonych bezpośrednio.",
        en: "Volunteers bring meals home to older people; 19 care homes in the city's charge, 14 run directly.",
      },
      who: { pl: "Miasto i wolontariusze", en: "City and volunteers" },
      sourceId: "wa-dps",
    },
    {
      id: "masks",
      date: "2020-05",
      phase: "respond",
      what: {
        pl: "Mieszkańcy Wawra szyją maseczki za pieniądze dzielnicy; powstaje 3000 kolejnych dla osób starszych.",
        en: "Residents of Wawer sew masks with district money; 3,000 more are made for older people.",
      },
      who: { pl: "Mieszkańcy i dzielnica Wawer", en: "Residents and district of Wawer" },
      sourceId: "wa-wawer",
    },
    {
      id: "fee-relief",
      date: "2021-09-09",
      phase: "rebuild",
      what: {
        pl: "Rada odracza ratę opłaty za zezwolenia dla gastronomii; wiosenna ulga objęła 2267 firm.",
        en: "The council postpones an instalment of the licence fee for restaurants; the spring relief reached 2,267 firms.",
      },
      who: { pl: "Rada m.st. Warszawy", en: "Warsaw City Council" },
      sourceId: "wa-gastro",
    },
  ],
  observations: [
    {
      id: "masks-wawer",
      label: { pl: "Maseczki szyte w Wawrze dla osób starszych", en: "Masks being made in Wawer for older people" },
      valueKind: "exact",
      value: 3000,
      valueTo: null,
      unit: { pl: "maseczek", en: "masks" },
      asOf: "2020-05",
      sourceId: "wa-wawer",
      note: {
        pl: "W trakcie szycia, jeszcze nie rozdane; wcześniejszych maseczek nie liczono.",
        en: "Being sewn, not yet handed out; masks made earlier are not counted.",
      },
      onCard: true,
      measures: null,
    },
    {
      id: "restaurants-relief",
      label: { pl: "Firmy gastronomiczne z ulgą w opłacie", en: "Restaurants with fee relief" },
      valueKind: "exact",
      value: 2267,
      valueTo: null,
      unit: { pl: "firm", en: "businesses" },
      asOf: "2021",
      sourceId: "wa-gastro",
      note: { pl: "Ulga wiosenna.", en: "The relief of that spring." },
      onCard: true,
      measures: null,
    },
    {
      id: "sum-returned",
      label: { pl: "Kwota zwrócona firmom gastronomicznym", en: "Sum given back to restaurants" },
      valueKind: "exact",
      value: 2506250.59,
      valueTo: null,
      unit: "PLN",
      asOf: "2021",
      sourceId: "wa-gastro",
      note: { pl: "Ta sama strona co liczba firm.", en: "Same page as the number of firms." },
      onCard: true,
      measures: null,
    },
    {
      id: "care-homes",
      label: { pl: "Domy pomocy społecznej pod opieką miasta", en: "Care homes in the city's charge" },
      valueKind: "exact",
      value: 19,
      valueTo: null,
      unit: { pl: "domów", en: "homes" },
      asOf: "2020-04",
      sourceId: "wa-dps",
      note: { pl: "Razem z tymi, które miasto prowadzi samo.", en: "Including those the city runs itself." },
      onCard: false,
      measures: null,
    },
    {
      id: "care-homes-direct",
      label: { pl: "Domy pomocy społecznej prowadzone przez miasto", en: "Care homes run directly by the city" },
      valueKind: "exact",
      value: 14,
      valueTo: null,
      unit: { pl: "domów", en: "homes" },
      asOf: "2020-04",
      sourceId: "wa-dps",
      note: { pl: "Część z 19.", en: "Part of the 19." },
      onCard: false,
      measures: null,
    },
  ],
  sources: [
    {
      id: "wa-system",
      title: "System „Warszawa Wspiera”",
      url: "https://ochotnicy.waw.pl/aktualnosci/40-wsparcie/502-system-warszawa-wspiera",
      publisher: "Ochotnicy warszawscy",
      date: null,
      language: "pl",
      accessedOn: null,
    },
    {
      id: "wa-dps",
      title: "Rafał Trzaskowski: 4 tys. testów dla domów pomocy społecznej",
      url: "https://wawalove.wp.pl/rafal-trzaskowski-4-tys-testow-dla-domow-pomocy-spolecznej-6500867529070209a",
      publisher: "WawaLove",
      date: null,
      language: "pl",
      accessedOn: null,
    },
    {
      id: "wa-wawer",
      title: "Koronawirus. Warszawscy wolontariusze wspierają potrzebujących",
      url: "https://wawalove.wp.pl/koronawirus-warszawa-warszawscy-wolontariusze-wspieraja-potrzebujacych-6507662467971201a",
      publisher: "WawaLove",
      date: "2020-05",
      language: "pl",
      accessedOn: null,
    },
    {
      id: "wa-gastro",
      title: "Działania Warszawy",
      url: "https://warszawa19115.pl/-/dzialania-warszawy",
      publisher: "Warszawa 19115",
      date: null,
      language: "pl",
      accessedOn: null,
    },
  ],
  organisations: [
    { id: "miasto", name: "Miasto Stołeczne Warszawa", sector: "local-government", role: "lead", url: null },
    { id: "urzedy-dzielnic", name: "Urzędy dzielnic", sector: "district-or-borough", role: "delivery", url: null },
    {
      id: "osrodki-pomocy",
      name: "Ośrodki pomocy społecznej",
      sector: "public-agency",
      role: "delivery",
      url: null,
    },
    {
      id: "organizacje",
      name: "Organizacje pozarządowe i ich wolontariusze",
      sector: "other-non-profit",
      role: "volunteers",
      url: null,
    },
  ],
  buildingBlocks: [
    {
      id: "zespol-w-dzielnicy",
      name: { pl: "Zespół wsparcia w każdej dzielnicy", en: "A support team in each district" },
      needs: {
        pl: "Urząd w dzielnicy, ośrodek pomocy społecznej i jasne zadanie: do kogo dotrzeć.",
        en: "A district office, a social welfare centre and a clear task: whom to reach.",
      },
      transferable: "yes",
    },
    {
      id: "posilki",
      name: { pl: "Posiłki noszone do domu przez wolontariuszy", en: "Meals brought home by volunteers" },
      needs: {
        pl: "Organizacje, które mają wolontariuszy i potrafią ich poprowadzić.",
        en: "Organisations that have volunteers and can lead them.",
      },
      transferable: "yes",
    },
    {
      id: "maseczki",
      name: { pl: "Mieszkańcy szyją, dzielnica płaci", en: "Residents sew, the district pays" },
      needs: {
        pl: "Pieniądze, o których decyduje dzielnica, i mieszkańcy chętni do pracy.",
        en: "Money the district can decide on, and residents willing to do the work.",
      },
      transferable: "partly",
    },
  ],
  policyAreas: ["ecosystem-governance", "citizen-participation", "finance"],
  themes: ["inclusion-of-vulnerable-groups", "food", "care-and-health", "volunteering", "local-economy-and-markets"],
  targetGroups: ["older-people", "people-at-medical-risk", "small-businesses"],
  sdgs: [2, 3, 8],
  maturity: null,
  scale: "city",
};
