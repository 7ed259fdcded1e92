import type { SeedWriteUp } from "./types";

export const practice: SeedWriteUp = {
  name: "san-francisco-practice",
  city: "san-francisco",
  kind: "practice",
  languages: ["en"],
  audience: "public",
  title: { en: "Nonprofit Sustainability Initiative: keeping community organisations in the city" },
  card: {
    en: "City grants help community organisations buy a place of their own or keep a lease in San Francisco. The first awards, in May 2017, went to 13 facilities. Requests came to almost three times the money there was.",
  },
  crisis: null,
  startedOn: "2015",
  endedOn: null,
  beganOn: null,
  firstActionOn: null,
  sections: [
    {
      key: "problem",
      text: {
        en: `A community organisation that loses its rooms may have to leave the city. The initiative exists to keep such organisations in San Francisco.

The need is easy to see in the first round. Organisations asked for 7,460,195 dollars, and [2,688,725 dollars were available](https://hoodline.com/2017/11/city-grants-help-3-nonprofits-buy-local-office-space).`,
      },
    },
    {
      key: "what-is-done",
      text: {
        en: `The city gives grants for space. They help organisations in two ways: to own a place, or to hold a lease.

The [first awards](https://communityvisionca.org/city-announces-2-7-million-in-nonprofit-sustainability-initiative-grant-awards-for-space-acquisition-and-long-term-leases/) came in May 2017: 2.7 million dollars for 13 facilities. That round stood for:

- 26,000 square feet of new permanent space;
- 36,000 square feet of leased space.

A [later round](https://sfmayor.org/article/mayor-london-breed-announces-33-million-funding-support-community-nonprofit-organizations) gave 3.3 million dollars to 12 organisations. Its page has no date, but speaks of five years since May 2017.`,
      },
    },
    {
      key: "governance",
      text: {
        en: `Four partners are behind the initiative. Three belong to the city:

- the Office of Economic and Workforce Development;
- the Mayor's Office of Housing and Community Development;
- the San Francisco Arts Commission.

The fourth is Community Vision. It was then called the Northern California Community Loan Fund. So economy, housing, culture and lending sit at one table.`,
      },
    },
    {
      key: "how-to-start",
      text: {
        en: `San Francisco did not begin with the full programme. It went in steps:

1. A [forerunner programme](https://communityvisionca.org/?p=5908) in 2014, with 4.5 million dollars. In the end 74 organisations had a grant.
2. The initiative itself, in 2015.
3. Its first awards, in May 2017.

About two years lay between the start and the first awards. A city that follows should plan for such a gap.`,
      },
    },
    {
      key: "costs",
      text: {
        en: `The sources give the grants, not the cost of running the programme.

- Forerunner programme of 2014: 4.5 million dollars.
- First awards, May 2017: 2.7 million dollars. The exact sum available was 2,688,725 dollars.
- Later round, undated: 3.3 million dollars.`,
      },
    },
    {
      key: "what-did-not-work",
      text: {
        en: `There was not enough money. In the first round, demand was [almost three times the money](https://hoodline.com/2017/11/city-grants-help-3-nonprofits-buy-local-office-space): 7,460,195 dollars asked, 2,688,725 dollars available.

More than 4.7 million dollars of requests went unmet in that round. What became of those organisations is not in our sources.`,
      },
    },
    {
      key: "lessons",
      text: {
        en: `Two things can be read from the record.

**Buying and renting both count.** One round helped with permanent space and with leases. It did not make organisations wait until they could buy.

**Publish what was asked, too.** The sum requested says more about the need than the sum given.`,
      },
    },
    { key: "conditions", empty: "not-known" },
    { key: "next-steps", empty: "not-known" },
  ],
  timeline: [],
  observations: [
    {
      id: "first-awards",
      label: { en: "First awards" },
      valueKind: "about",
      value: 2700000,
      valueTo: null,
      unit: "USD",
      asOf: "2017-05",
      sourceId: "sf-nsi17",
      note: { en: "A rounded figure. Another page gives 2,688,725 dollars as the money available in this round." },
      onCard: true,
      measures: null,
    },
    {
      id: "first-facilities",
      label: { en: "Facilities with a grant in the first awards" },
      valueKind: "exact",
      value: 13,
      valueTo: null,
      unit: { en: "facilities" },
      asOf: "2017-05",
      sourceId: "sf-nsi17",
      note: { en: "Facilities, not organisations." },
      onCard: false,
      measures: null,
    },
    {
      id: "permanent-space",
      label: { en: "New permanent space in the first round" },
      valueKind: "exact",
      value: 26000,
      valueTo: null,
      unit: { en: "square feet" },
      asOf: "2017",
      sourceId: "sf-nsi17",
      note: { en: "Announced together with the awards." },
      onCard: true,
      measures: null,
    },
    {
      id: "leased-space",
      label: { en: "Leased space in the first round" },
      valueKind: "exact",
      value: 36000,
      valueTo: null,
      unit: { en: "square feet" },
      asOf: "2017",
      sourceId: "sf-nsi17",
      note: { en: "Announced together with the awards." },
      onCard: false,
      measures: null,
    },
    {
      id: "requested",
      label: { en: "Requested in the first round" },
      valueKind: "exact",
      value: 7460195,
      valueTo: null,
      unit: "USD",
      asOf: "2017-05",
      sourceId: "sf-hood",
      note: { en: "What organisations asked for, to be read beside the money available." },
      onCard: true,
      measures: null,
    },
    {
      id: "available",
      label: { en: "Money available in the first round" },
      valueKind: "exact",
      value: 2688725,
      valueTo: null,
      unit: "USD",
      asOf: "2017-05",
      sourceId: "sf-hood",
      note: { en: "The announcement of the awards rounds it to 2.7 million dollars." },
      onCard: false,
      measures: null,
    },
    {
      id: "later-round",
      label: { en: "Later round of awards" },
      valueKind: "about",
      value: 3300000,
      valueTo: null,
      unit: "USD",
      asOf: null,
      sourceId: "sf-nsi33",
      note: { en: "The page shows no date. By its own words it came five years after May 2017." },
      onCard: false,
      measures: null,
    },
    {
      id: "later-organisations",
      label: { en: "Organisations with a grant in the later round" },
      valueKind: "exact",
      value: 12,
      valueTo: null,
      unit: { en: "organisations" },
      asOf: null,
      sourceId: "sf-nsi33",
      note: { en: "The page shows no date. By its own words it came five years after May 2017." },
      onCard: false,
      measures: null,
    },
    {
      id: "forerunner-organisations",
      label: { en: "Forerunner programme of 2014: organisations with a grant" },
      valueKind: "exact",
      value: 74,
      valueTo: null,
      unit: { en: "organisations" },
      asOf: null,
      sourceId: "sf-npdm",
      note: { en: "The forerunner, not the initiative itself. The page shows no date." },
      onCard: false,
      measures: null,
    },
    {
      id: "forerunner-budget",
      label: { en: "Forerunner programme of 2014: budget" },
      valueKind: "about",
      value: 4500000,
      valueTo: null,
      unit: "USD",
      asOf: null,
      sourceId: "sf-npdm",
      note: { en: "The forerunner, not the initiative itself. The page shows no date." },
      onCard: false,
      measures: null,
    },
  ],
  sources: [
    {
      id: "sf-nsi17",
      title: "City announces $2.7 million in Nonprofit Sustainability Initiative grant awards",
      url: "https://communityvisionca.org/city-announces-2-7-million-in-nonprofit-sustainability-initiative-grant-awards-for-space-acquisition-and-long-term-leases/",
      publisher: "Community Vision",
      date: null,
      language: "en",
      accessedOn: null,
    },
    {
      id: "sf-hood",
      title: "City Grants Help 3 Nonprofits Buy Local Office Space",
      url: "https://hoodline.com/2017/11/city-grants-help-3-nonprofits-buy-local-office-space",
      publisher: "Hoodline",
      date: "2017-11",
      language: "en",
      accessedOn: null,
    },
    {
      id: "sf-npdm",
      title: "San Francisco Nonprofit Displacement Mitigation Program: final awards",
      url: "https://communityvisionca.org/?p=5908",
      publisher: "Community Vision",
      date: null,
      language: "en",
      accessedOn: null,
    },
    {
      id: "sf-nsi33",
      title: "Mayor London Breed Announces $3.3 Million in Funding to Support Community Nonprofit Organizations",
      url: "https://sfmayor.org/article/mayor-london-breed-announces-33-million-funding-support-community-nonprofit-organizations",
      publisher: "Office of the Mayor, San Francisco",
      date: null,
      language: "en",
      accessedOn: null,
    },
  ],
  organisations: [
    {
      id: "oewd",
      name: "Office of Economic and Workforce Development",
      sector: "local-government",
      role: null,
      url: null,
    },
    {
      id: "mohcd",
      name: "Mayor's Office of Housing and Community Development",
      sector: "local-government",
      role: null,
      url: null,
    },
    {
      id: "arts-commission",
      name: "San Francisco Arts Commission",
      sector: "local-government",
      role: null,
      url: null,
    },
    {
      id: "community-vision",
      name: "Community Vision (then Northern California Community Loan Fund)",
      sector: "bank-or-investor",
      role: null,
      url: null,
    },
  ],
  buildingBlocks: [
    {
      id: "grants-to-own",
      name: { en: "Grants towards permanent space" },
      needs: { en: "Money set aside for it, and organisations that are ready to own a place." },
      transferable: "partly",
    },
    {
      id: "grants-to-lease",
      name: { en: "Grants towards leases" },
      needs: { en: "Money for each round. No purchase is needed, so it can start on its own." },
      transferable: "yes",
    },
    {
      id: "one-table",
      name: { en: "City offices and a community lender at one table" },
      needs: { en: "A lender who knows community organisations, and offices willing to run one programme together." },
      transferable: "partly",
    },
  ],
  policyAreas: ["finance", "spaces-infrastructure"],
  themes: ["culture", "inclusion-of-vulnerable-groups"],
  targetGroups: ["sse-organisations"],
  sdgs: [10, 11],
  maturity: "running",
  scale: "city",
};

export const crisisCase: SeedWriteUp = {
  name: "san-francisco-case",
  city: "san-francisco",
  kind: "case",
  languages: ["en"],
  audience: "public",
  title: { en: "Give2SF: one city fund for donated money" },
  card: {
    en: "San Francisco opened one fund for everybody who wanted to give, and named three priorities: food, housing, workers and small business. The first 5.35 million dollars were allocated in May 2020.",
  },
  crisis: "covid-19",
  startedOn: "2020-03",
  endedOn: null,
  beganOn: null,
  firstActionOn: "2020-03-13",
  sections: [
    {
      key: "trigger",
      text: {
        en: `The city had proclaimed an emergency because of COVID-19. On 13 March 2020 the second supplement to that proclamation [made the fund possible](https://sfmayor.org/article/mayor-london-breed-announces-major-contributions-give2sf-fund-priority-areas-supporting-san).

So the legal door was opened first. The money followed.`,
      },
    },
    { key: "what-was-in-place", empty: "not-known" },
    {
      key: "what-is-done",
      text: {
        en: `Give2SF gathered gifts and pledges in one fund of the city. In April 2020 the city [named three priorities](https://sfmayor.org/article/mayor-london-breed-announces-major-contributions-give2sf-fund-priority-areas-supporting-san): food, housing, and workers with small business.

In May the [first 5.35 million dollars](https://sfhsa.org/about/announcements/give2sf-funds-older-adults-undocumented-san-franciscans-and-small-businesses) were allocated. They were [divided like this](https://www.sfexaminer.com/news/city-gets-millions-in-private-donations-to-help-with-coronavirus-response/):

- food: 2.5 million dollars;
- small business and workers: 2.1 million dollars;
- eviction prevention: 750,000 dollars.

One concrete form of help was a grocery card of 200 dollars, for about 2,500 people.

On 12 May 2020 came a [gift of 15 million dollars](https://sfmayor.org/article/mayor-london-breed-announces-15-million-contribution-give2sf-jack-dorseys-startsmall). It was split evenly over the three priorities.`,
      },
    },
    {
      key: "who-did-what",
      text: {
        en: `Seven partners are named. Four are parts of the city:

- the City Administrator's Office;
- the Controller's Office;
- the Human Services Agency;
- the Office of Economic and Workforce Development.

Beside them stood the San Francisco Foundation and two organisations that bring food to people: Meals on Wheels and Project Open Hand. An oversight committee watched over the fund.

The help was meant for undocumented people, older people, people with disabilities, small businesses and tenants at risk.`,
      },
    },
    { key: "not-reached", empty: "not-known" },
    {
      key: "what-did-not-work",
      text: {
        en: `Some had hoped for much more. A member of the oversight committee [had expected far more](http://www.pressreader.com/usa/san-francisco-chronicle-late-edition/20200513/281732681667906) from so rich a city.

The figures make the point plain. After the largest gift the total was 26.3 million dollars. Without that one gift of 15 million, it would have been 11.3 million.`,
      },
    },
    {
      key: "lessons",
      text: {
        en: `**Say first what the money is for.** The three priorities were public in April, before the first allocation in May. When a very large gift came, it was split over the same three.

**One gift can outweigh all others.** More than half of the 26.3 million dollars came from a single donor. A city should not count on that twice.`,
      },
    },
    {
      key: "conditions",
      text: {
        en: `Another city would need:

- a legal basis for taking donations in an emergency;
- a few clear priorities, named in public;
- departments that can turn an allocation into help;
- somebody to watch over the money, as the oversight committee did.`,
      },
    },
    { key: "what-stayed", empty: "not-known" },
    { key: "readiness", empty: "not-known" },
  ],
  timeline: [
    {
      id: "fund-made-possible",
      date: "2020-03-13",
      phase: "respond",
      what: { en: "The fund is made possible by the second supplement to the emergency proclamation." },
      who: { en: "Mayor of San Francisco" },
      sourceId: "sf-mayor-prio",
    },
    {
      id: "three-priorities",
      date: "2020-04",
      phase: "respond",
      what: { en: "Three priorities named: food, housing, workers and small business." },
      who: { en: "Mayor of San Francisco" },
      sourceId: "sf-mayor-prio",
    },
    {
      id: "first-allocation",
      date: "2020-05",
      phase: "respond",
      what: { en: "First 5.35 million dollars allocated." },
      who: { en: "City and County of San Francisco" },
      sourceId: "sf-first",
    },
    {
      id: "large-gift",
      date: "2020-05-12",
      phase: "rebuild",
      what: { en: "Gift of 15 million dollars, split evenly over the three priorities." },
      who: { en: "A donor, announced by the mayor" },
      sourceId: "sf-dorsey",
    },
  ],
  observations: [
    {
      id: "raised-early-may",
      label: { en: "Raised for the fund" },
      valueKind: "exact",
      value: 10500000,
      valueTo: null,
      unit: "USD",
      asOf: "2020-05",
      sourceId: "sf-examiner",
      note: { en: "Donations and pledges before the first report. A pledge is not yet money." },
      onCard: false,
      measures: "raised",
    },
    {
      id: "raised-after-gift",
      label: { en: "Raised for the fund, after the largest gift" },
      valueKind: "exact",
      value: 26300000,
      valueTo: null,
      unit: "USD",
      asOf: "2020-05-12",
      sourceId: "sf-dorsey",
      note: { en: "Includes the gift of 15 million dollars announced that day." },
      onCard: true,
      measures: "raised",
    },
    {
      id: "largest-gift",
      label: { en: "Largest single gift" },
      valueKind: "exact",
      value: 15000000,
      valueTo: null,
      unit: "USD",
      asOf: "2020-05-12",
      sourceId: "sf-dorsey",
      note: { en: "Split evenly over food, housing, and workers with small business." },
      onCard: false,
      measures: null,
    },
    {
      id: "allocated",
      label: { en: "First allocation" },
      valueKind: "exact",
      value: 5350000,
      valueTo: null,
      unit: "USD",
      asOf: "2020-05",
      sourceId: "sf-first",
      note: { en: "Allocated, which is not the same as spent." },
      onCard: true,
      measures: null,
    },
    {
      id: "allocated-food",
      label: { en: "Of the first allocation: food" },
      valueKind: "about",
      value: 2500000,
      valueTo: null,
      unit: "USD",
      asOf: "2020-05",
      sourceId: "sf-examiner",
      note: { en: "Part of the 5.35 million dollars." },
      onCard: false,
      measures: null,
    },
    {
      id: "allocated-work",
      label: { en: "Of the first allocation: small business and workers" },
      valueKind: "about",
      value: 2100000,
      valueTo: null,
      unit: "USD",
      asOf: "2020-05",
      sourceId: "sf-examiner",
      note: { en: "Part of the 5.35 million dollars." },
      onCard: false,
      measures: null,
    },
    {
      id: "allocated-eviction",
      label: { en: "Of the first allocation: eviction prevention" },
      valueKind: "exact",
      value: 750000,
      valueTo: null,
      unit: "USD",
      asOf: "2020-05",
      sourceId: "sf-examiner",
      note: { en: "Part of the 5.35 million dollars." },
      onCard: false,
      measures: null,
    },
    {
      id: "grocery-card",
      label: { en: "Value of one grocery card" },
      valueKind: "exact",
      value: 200,
      valueTo: null,
      unit: "USD",
      asOf: "2020-05",
      sourceId: "sf-examiner",
      note: { en: "For one person." },
      onCard: false,
      measures: null,
    },
    {
      id: "grocery-people",
      label: { en: "People for whom grocery cards were meant" },
      valueKind: "about",
      value: 2500,
      valueTo: null,
      unit: { en: "people" },
      asOf: "2020-05",
      sourceId: "sf-examiner",
      note: { en: "Announced in May 2020; how many cards were handed out is not known here." },
      onCard: true,
      measures: null,
    },
  ],
  sources: [
    {
      id: "sf-mayor-prio",
      title: "Mayor London Breed Announces Major Contributions to Give2SF Fund, Priority Areas",
      url: "https://sfmayor.org/article/mayor-london-breed-announces-major-contributions-give2sf-fund-priority-areas-supporting-san",
      publisher: "Office of the Mayor, San Francisco",
      date: null,
      language: "en",
      accessedOn: null,
    },
    {
      id: "sf-first",
      title: "Give2SF Funds Older Adults, Undocumented San Franciscans, and Small Businesses",
      url: "https://sfhsa.org/about/announcements/give2sf-funds-older-adults-undocumented-san-franciscans-and-small-businesses",
      publisher: "San Francisco Human Services Agency",
      date: null,
      language: "en",
      accessedOn: null,
    },
    {
      id: "sf-examiner",
      title: "City gets millions in private donations to help with coronavirus response",
      url: "https://www.sfexaminer.com/news/city-gets-millions-in-private-donations-to-help-with-coronavirus-response/",
      publisher: "San Francisco Examiner",
      date: null,
      language: "en",
      accessedOn: null,
    },
    {
      id: "sf-dorsey",
      title: "Mayor London Breed Announces $15 Million Contribution to Give2SF from Jack Dorsey's #StartSmall",
      url: "https://sfmayor.org/article/mayor-london-breed-announces-15-million-contribution-give2sf-jack-dorseys-startsmall",
      publisher: "Office of the Mayor, San Francisco",
      date: "2020-05-12",
      language: "en",
      accessedOn: null,
    },
    {
      id: "sf-chron",
      title: "City's donors earn spotlight with virus fund",
      url: "http://www.pressreader.com/usa/san-francisco-chronicle-late-edition/20200513/281732681667906",
      publisher: "San Francisco Chronicle",
      date: "2020-05-13",
      language: "en",
      accessedOn: null,
    },
  ],
  organisations: [
    {
      id: "city-administrator",
      name: "City Administrator's Office",
      sector: "local-government",
      role: null,
      url: null,
    },
    { id: "controller", name: "Controller's Office", sector: "local-government", role: null, url: null },
    { id: "human-services", name: "Human Services Agency", sector: "local-government", role: null, url: null },
    {
      id: "oewd",
      name: "Office of Economic and Workforce Development",
      sector: "local-government",
      role: null,
      url: null,
    },
    { id: "sf-foundation", name: "San Francisco Foundation", sector: "philanthropy", role: null, url: null },
    { id: "meals-on-wheels", name: "Meals on Wheels", sector: "other-non-profit", role: "delivery", url: null },
    { id: "open-hand", name: "Project Open Hand", sector: "other-non-profit", role: "delivery", url: null },
  ],
  buildingBlocks: [
    {
      id: "one-fund",
      name: { en: "One city fund for donations" },
      needs: { en: "A legal basis. In San Francisco it was a supplement to the emergency proclamation." },
      transferable: "partly",
    },
    {
      id: "priorities",
      name: { en: "Three priorities, named before the money is allocated" },
      needs: { en: "A public decision on what comes first. It costs nothing and binds the large gifts too." },
      transferable: "yes",
    },
    {
      id: "grocery-cards",
      name: { en: "Grocery cards of a fixed value" },
      needs: { en: "Money, shops that take the card, and a way to find the people it is meant for." },
      transferable: "yes",
    },
  ],
  policyAreas: ["finance", "institutional-framework"],
  themes: ["food", "housing", "local-economy-and-markets", "inclusion-of-vulnerable-groups"],
  targetGroups: [
    "undocumented-people",
    "older-people",
    "people-with-disabilities",
    "small-businesses",
    "tenants-at-risk",
  ],
  sdgs: [2, 8, 11],
  maturity: null,
  scale: "city",
};
