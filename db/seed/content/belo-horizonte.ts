import type { SeedWriteUp } from "./types";

export const practice: SeedWriteUp = {
  name: "belo-horizonte-practice",
  city: "belo-horizonte",
  kind: "practice",
  languages: ["pt-BR", "en"],
  audience: "cohort",
  title: {
    "pt-BR": "Economia popular solidária: lei, centro público e feiras",
    en: "Popular solidarity economy: law, public centre and fairs",
  },
  card: {
    "pt-BR":
      "Uma lei municipal de 2011 sustenta a economia popular solidária em Belo Horizonte. Grupos de três pessoas ou mais se cadastram, fazem um curso inicial de seis aulas e vendem nas feiras. Desde março de 2023 há uma feira mensal fixa na Rua Goiás.",
    en: "A municipal law of 2011 stands behind the popular solidarity economy in Belo Horizonte. Groups of three people or more register, take an entry course of six lessons and sell at fairs. Since March 2023 one monthly fair has a fixed place in Rua Goiás.",
  },
  crisis: null,
  startedOn: "2011-03-24",
  endedOn: null,
  beganOn: null,
  firstActionOn: null,
  sections: [
    { key: "problem", empty: "not-known" },
    {
      key: "what-is-done",
      text: {
        "pt-BR": `A cidade apoia pequenos grupos que produzem e vendem juntos. O apoio tem três partes: uma lei, um centro público e as feiras.

- **A lei.** A Lei Municipal nº 10.152 é de 24 de março de 2011. O [Decreto nº 17.249](https://www.legisweb.com.br/legislacao/?id=480768), de 19 de dezembro de 2019, a regulamenta.
- **O centro público.** O CEPES é o centro público da economia solidária. A [porta de entrada](https://prefeitura.pbh.gov.br/desenvolvimento/economia-popular-solidaria) é um curso de seis aulas, e cada grupo tem no mínimo três pessoas.
- **As feiras.** O Tribunal de Justiça de Minas Gerais cede espaço para uma delas. Desde março de 2023 há também uma [feira mensal fixa na Rua Goiás](https://prefeitura.pbh.gov.br/noticias/feira-da-economia-solidaria-tera-ponto-fixo-no-centro-partir-de-marco).

Em agosto de 2019 havia [mais de 260 grupos cadastrados](https://prefeitura.pbh.gov.br/noticias/pbh-abre-espaco-para-criacao-de-novos-grupos-de-economia-popular-solidaria). Cerca de 780 famílias se beneficiavam.`,
        en: `The city supports small groups that produce and sell together. The support has three parts: a law, a public centre and fairs.

- **The law.** Municipal Law 10.152 is of 24 March 2011. [Decree 17.249](https://www.legisweb.com.br/legislacao/?id=480768), of 19 December 2019, regulates it.
- **The public centre.** CEPES is the public centre of the solidarity economy. The [way in](https://prefeitura.pbh.gov.br/desenvolvimento/economia-popular-solidaria) is a course of six lessons, and each group has at least three people.
- **The fairs.** The Court of Justice of Minas Gerais lends a venue for one. Since March 2023 there is also a [fixed monthly fair in Rua Goiás](https://prefeitura.pbh.gov.br/noticias/feira-da-economia-solidaria-tera-ponto-fixo-no-centro-partir-de-marco).

In August 2019 there were [more than 260 registered groups](https://prefeitura.pbh.gov.br/noticias/pbh-abre-espaco-para-criacao-de-novos-grupos-de-economia-popular-solidaria). About 780 families benefited.`,
      },
    },
    {
      key: "governance",
      text: {
        "pt-BR": `A política fica na Secretaria Municipal de Desenvolvimento Econômico. Dentro dela, quem cuida do tema é a Diretoria de Economia Solidária. O CEPES é o lugar aonde os grupos vão.

A base não é um programa de governo, e sim uma lei. O decreto de 2019 diz como ela se aplica.`,
        en: `The policy sits in the Municipal Secretariat of Economic Development. Within it, the Directorate of Solidarity Economy looks after the subject. CEPES is the place the groups go to.

It rests on a law, not on the programme of one government. The decree of 2019 says how the law is applied.`,
      },
    },
    {
      key: "how-to-start",
      text: {
        "pt-BR": `Para um grupo, o caminho é curto:

1. Juntar pelo menos três pessoas.
2. Fazer o curso inicial, de seis aulas.
3. Cadastrar o grupo e participar das feiras.

Para a cidade, o caminho foi mais longo. A lei veio em 2011 e o decreto, em 2019. O ponto fixo na Rua Goiás chegou em 2023.`,
        en: `For a group, the way is short:

1. Bring together at least three people.
2. Take the entry course of six lessons.
3. Register the group and take part in the fairs.

For the city, the way was longer. The law came in 2011 and the decree in 2019. The fixed place in Rua Goiás came in 2023.`,
      },
    },
    { key: "costs", empty: "not-known" },
    {
      key: "what-did-not-work",
      text: {
        "pt-BR": `Não temos uma contagem única dos grupos. Em agosto de 2019, a Prefeitura falava em [mais de 260](https://prefeitura.pbh.gov.br/noticias/pbh-abre-espaco-para-criacao-de-novos-grupos-de-economia-popular-solidaria). A versão mais nova da [página da política](https://prefeitura.pbh.gov.br/desenvolvimento/economia-popular-solidaria), sem data, fala em mais de 200.

Não sabemos se grupos saíram ou se mudou a forma de contar. Uma data ao lado de cada número já teria ajudado.

Outra coisa demorou: entre a lei e o decreto que a regulamenta passaram mais de oito anos.`,
        en: `We have no single count of the groups. In August 2019 the city spoke of [more than 260](https://prefeitura.pbh.gov.br/noticias/pbh-abre-espaco-para-criacao-de-novos-grupos-de-economia-popular-solidaria). The newest version of the [policy's page](https://prefeitura.pbh.gov.br/desenvolvimento/economia-popular-solidaria), undated, speaks of more than 200.

We do not know whether groups left or the way of counting changed. A date beside each figure would have helped.

Something else took long: more than eight years passed between the law and its decree.`,
      },
    },
    {
      key: "lessons",
      text: {
        "pt-BR": `**A lei é o começo.** Foi preciso um decreto para dizer como ela se aplica.

**A entrada pode ser simples.** Três pessoas e seis aulas são uma regra que qualquer um entende.

**Os pontos de venda não precisam ser da Prefeitura.** Um tribunal também pode receber uma feira.`,
        en: `**The law is the beginning.** It took a decree to say how it is applied.

**The way in can be simple.** Three people and six lessons make a rule that anybody understands.

**A place to sell need not belong to the city.** A court of justice can host a fair too.`,
      },
    },
    {
      key: "conditions",
      text: {
        "pt-BR": `Para adotar o modelo inteiro, outra cidade precisaria de:

- uma lei, e depois uma norma que a regulamente;
- um setor da prefeitura responsável pelo tema;
- um centro público com um curso inicial;
- lugares para as feiras, próprios ou emprestados.

As feiras e o curso também funcionam separados da lei.`,
        en: `To adopt the whole model, another city would need:

- a law, and then a rule that regulates it;
- a part of the administration in charge of the subject;
- a public centre with an entry course;
- places for the fairs, its own or borrowed.

The fairs and the course can also be taken without the law.`,
      },
    },
    { key: "next-steps", empty: "not-known" },
  ],
  timeline: [],
  observations: [
    {
      id: "groups-2019",
      label: { "pt-BR": "Grupos cadastrados", en: "Registered groups" },
      valueKind: "at-least",
      value: 260,
      valueTo: null,
      unit: { "pt-BR": "grupos", en: "groups" },
      asOf: "2019-08-02",
      sourceId: "bh-eps19",
      note: {
        "pt-BR": "Conta grupos, não pessoas.",
        en: "Counts groups, not people.",
      },
      onCard: true,
      measures: "groups",
    },
    {
      id: "groups-undated",
      label: { "pt-BR": "Grupos cadastrados", en: "Registered groups" },
      valueKind: "at-least",
      value: 200,
      valueTo: null,
      unit: { "pt-BR": "grupos", en: "groups" },
      asOf: null,
      sourceId: "bh-eps",
      note: {
        "pt-BR": "Versão mais nova da página, sem data visível.",
        en: "Newest version of the page, with no date to be seen.",
      },
      onCard: true,
      measures: "groups",
    },
    {
      id: "families-2019",
      label: { "pt-BR": "Famílias beneficiadas", en: "Families that benefit" },
      valueKind: "about",
      value: 780,
      valueTo: null,
      unit: { "pt-BR": "famílias", en: "families" },
      asOf: "2019-08-02",
      sourceId: "bh-eps19",
      note: {
        "pt-BR": "Mesma página e mesma data que os mais de 260 grupos.",
        en: "Same page and same date as the more than 260 groups.",
      },
      onCard: true,
      measures: null,
    },
    {
      id: "smallest-group",
      label: { "pt-BR": "Tamanho mínimo de um grupo", en: "Smallest group allowed" },
      valueKind: "exact",
      value: 3,
      valueTo: null,
      unit: { "pt-BR": "pessoas", en: "people" },
      asOf: null,
      sourceId: "bh-eps",
      note: {
        "pt-BR": "Regra de cadastro; página sem data visível.",
        en: "Rule for registering; page with no date to be seen.",
      },
      onCard: false,
      measures: null,
    },
    {
      id: "course-lessons",
      label: { "pt-BR": "Aulas do curso inicial", en: "Lessons of the entry course" },
      valueKind: "exact",
      value: 6,
      valueTo: null,
      unit: { "pt-BR": "aulas", en: "lessons" },
      asOf: null,
      sourceId: "bh-eps",
      note: { "pt-BR": "Página sem data visível.", en: "Page with no date to be seen." },
      onCard: false,
      measures: null,
    },
  ],
  sources: [
    {
      id: "bh-decreto",
      title: "Decreto nº 17.249/2019 (Economia Popular Solidária)",
      url: "https://www.legisweb.com.br/legislacao/?id=480768",
      publisher: "LegisWeb",
      date: "2019-12-19",
      language: "pt-BR",
      accessedOn: null,
    },
    {
      id: "bh-eps19",
      title: "PBH abre espaço para criação de novos grupos de economia popular solidária",
      url: "https://prefeitura.pbh.gov.br/noticias/pbh-abre-espaco-para-criacao-de-novos-grupos-de-economia-popular-solidaria",
      publisher: "Prefeitura de Belo Horizonte",
      date: "2019-08-02",
      language: "pt-BR",
      accessedOn: null,
    },
    {
      id: "bh-eps",
      title: "Economia Popular Solidária",
      url: "https://prefeitura.pbh.gov.br/desenvolvimento/economia-popular-solidaria",
      publisher: "Prefeitura de Belo Horizonte",
      date: null,
      language: "pt-BR",
      accessedOn: null,
    },
    {
      id: "bh-feira23",
      title: "Feira da Economia Solidária terá ponto fixo no Centro a partir de março",
      url: "https://prefeitura.pbh.gov.br/noticias/feira-da-economia-solidaria-tera-ponto-fixo-no-centro-partir-de-marco",
      publisher: "Prefeitura de Belo Horizonte",
      date: "2023-02-01",
      language: "pt-BR",
      accessedOn: null,
    },
  ],
  organisations: [
    {
      id: "desenvolvimento-economico",
      name: "Secretaria Municipal de Desenvolvimento Econômico",
      sector: "local-government",
      role: "lead",
      url: null,
    },
    {
      id: "diretoria",
      name: "Diretoria de Economia Solidária",
      sector: "local-government",
      role: "coordination",
      url: null,
    },
    { id: "cepes", name: "CEPES (centro público)", sector: "local-government", role: "delivery", url: null },
    {
      id: "tribunal",
      name: "Tribunal de Justiça de Minas Gerais (espaço para a feira)",
      sector: "public-agency",
      role: "logistics",
      url: null,
    },
  ],
  buildingBlocks: [
    {
      id: "feira-fixa",
      name: { "pt-BR": "Uma feira mensal em lugar fixo", en: "A monthly fair in a fixed place" },
      needs: {
        "pt-BR": "Um ponto que fique reservado uma vez por mês, e grupos com o que vender.",
        en: "A spot that is kept free once a month, and groups with something to sell.",
      },
      transferable: "yes",
    },
    {
      id: "curso-inicial",
      name: {
        "pt-BR": "Três pessoas e seis aulas: a porta de entrada",
        en: "Three people and six lessons: the way in",
      },
      needs: {
        "pt-BR": "Um lugar, quem ensine e um cadastro de grupos.",
        en: "A place, somebody to teach and a register of groups.",
      },
      transferable: "yes",
    },
    {
      id: "lei-e-decreto",
      name: { "pt-BR": "Lei municipal com decreto", en: "Municipal law with a decree" },
      needs: {
        "pt-BR": "Competência para legislar no município e tempo. O texto serve de modelo, mas não se copia.",
        en: "The power to legislate in the city, and time. The text can be a model, but cannot be copied.",
      },
      transferable: "partly",
    },
  ],
  policyAreas: ["legal-framework", "markets-procurement", "skills-business-support"],
  themes: ["local-economy-and-markets", "inclusion-of-vulnerable-groups"],
  targetGroups: ["sse-organisations"],
  sdgs: [1, 5, 8],
  maturity: "institutionalised",
  scale: "city",
};

export const crisisCase: SeedWriteUp = {
  name: "belo-horizonte-case",
  city: "belo-horizonte",
  kind: "case",
  languages: ["pt-BR", "en"],
  audience: "public",
  title: {
    "pt-BR": "Três milhões de cestas básicas, em supermercados e com voucher",
    en: "Three million food baskets through supermarkets and vouchers",
  },
  card: {
    "pt-BR":
      "As aulas pararam, e Belo Horizonte anunciou uma cesta básica para mais de 140 mil famílias de estudantes. Um ano depois eram 3,1 milhões de cestas, por meio de supermercados e vouchers. Cerca de 275 mil famílias eram atendidas por mês.",
    en: "Classes stopped, and Belo Horizonte announced a food basket for more than 140,000 families of pupils. A year later it was 3.1 million baskets, through supermarkets and vouchers, and about 275,000 families a month.",
  },
  crisis: "covid-19",
  startedOn: "2020-03",
  endedOn: null,
  beganOn: null,
  firstActionOn: "2020-03-26",
  sections: [
    {
      key: "trigger",
      text: {
        "pt-BR": `Com a covid-19, as aulas foram suspensas. Em 26 de março de 2020, a Prefeitura [anunciou uma cesta de 12 itens](https://webterra.com.br/2020/03/27/distribuicao-de-cestas-basicas-para-familias-de-estudantes-serao-realizadas-durante-a-suspensao-das-aulas-em-mg) para as famílias dos estudantes.

Eram mais de 140 mil famílias e 9,5 milhões de reais de recursos próprios.`,
        en: `With COVID-19, classes were suspended. On 26 March 2020 the city [announced a basket of 12 items](https://webterra.com.br/2020/03/27/distribuicao-de-cestas-basicas-para-familias-de-estudantes-serao-realizadas-durante-a-suspensao-das-aulas-em-mg) for the families of pupils.

It meant more than 140,000 families and 9.5 million reais of the city's own money.`,
      },
    },
    { key: "what-was-in-place", empty: "not-known" },
    {
      key: "what-is-done",
      text: {
        "pt-BR": `As cestas chegaram às famílias por meio de supermercados e de vouchers. Logo a conta cresceu. Em 9 de abril de 2020, a Prefeitura [reservou 100 milhões de reais](https://lugardafinancas.com/app/noticia/gerais/2020/04/09/interna_gerais,1137340/prefeitura-ja-distribuiu-quase-2-toneladas-de-alimentos-em-pandemia.shtml) para as cestas. Outros 5 milhões foram para kits de higiene.

As entregas foram prorrogadas em julho. Até o dia 27 daquele mês eram [1.018.876 cestas](https://prefeitura.pbh.gov.br/noticias/prefeitura-entrega-mais-de-1-milhao-de-cestas-basicas). Os restaurantes populares tinham servido mais de 589 mil refeições.

O [balanço de um ano](https://prefeitura.pbh.gov.br/noticias/em-um-ano-3-milhoes-de-cestas-foram-distribuidas-populacao-vulneravel), de 3 de abril de 2021, traz:

- 3,1 milhões de cestas;
- 60 mil toneladas de alimentos;
- mais de 520 mil kits de higiene;
- cerca de 275 mil famílias por mês;
- cerca de 1 milhão de pessoas.`,
        en: `The baskets reached families through supermarkets and vouchers. The sums soon grew. On 9 April 2020 the city [reserved 100 million reais](https://lugardafinancas.com/app/noticia/gerais/2020/04/09/interna_gerais,1137340/prefeitura-ja-distribuiu-quase-2-toneladas-de-alimentos-em-pandemia.shtml) for baskets and 5 million for hygiene kits.

Delivery was prolonged in July. By the 27th of that month it was [1,018,876 baskets](https://prefeitura.pbh.gov.br/noticias/prefeitura-entrega-mais-de-1-milhao-de-cestas-basicas). The popular restaurants had served more than 589,000 meals.

The [account of one year](https://prefeitura.pbh.gov.br/noticias/em-um-ano-3-milhoes-de-cestas-foram-distribuidas-populacao-vulneravel), of 3 April 2021, gives:

- 3.1 million baskets;
- 60,000 tonnes of food;
- more than 520,000 hygiene kits;
- about 275,000 families a month;
- about 1 million people.`,
      },
    },
    {
      key: "who-did-what",
      text: {
        "pt-BR": `Do lado da Prefeitura estavam:

- a Secretaria Municipal de Assistência Social, Segurança Alimentar e Cidadania;
- a Secretaria de Educação;
- a SLU, autarquia municipal de limpeza urbana.

Do lado de fora, os supermercados, as farmácias e a ANCAT, associação de catadores de materiais recicláveis.

A ajuda era para famílias de estudantes, famílias de baixa renda, catadores, ambulantes e moradores de vilas e favelas.`,
        en: `On the city's side there were:

- the Municipal Secretariat of Social Assistance, Food Security and Citizenship;
- the Secretariat of Education;
- SLU, the municipal cleaning authority.

From outside came the supermarkets, the pharmacies and ANCAT, an association of waste pickers.

The help was for families of pupils, low-income families, waste pickers, street vendors and people in informal settlements.`,
      },
    },
    { key: "not-reached", empty: "not-known" },
    {
      key: "what-did-not-work",
      text: {
        "pt-BR": `Em abril de 2020 circularam [mensagens falsas sobre as cestas](https://www.hojeemdia.com.br/horizontes/prefeitura-de-belo-horizonte-alerta-para-mensagens-falsas-sobre-cestas-b%C3%A1sicas-1.784106). A Prefeitura precisou alertar a população.

Isso foi poucas semanas depois do primeiro anúncio. Quantas pessoas foram enganadas, as fontes não dizem.`,
        en: `In April 2020 [false messages about the baskets](https://www.hojeemdia.com.br/horizontes/prefeitura-de-belo-horizonte-alerta-para-mensagens-falsas-sobre-cestas-b%C3%A1sicas-1.784106) spread. The city had to warn people.

That was only weeks after the first announcement. How many people were misled, the sources do not say.`,
      },
    },
    {
      key: "lessons",
      text: {
        "pt-BR": `**Comece por quem já está na lista.** As primeiras foram as famílias dos estudantes. Depois vieram outros grupos.

**Conte com o boato.** Uma ajuda grande e nova atrai mensagens falsas. O aviso oficial tem de sair cedo.

**Diga até quando vai.** Em janeiro de 2021 a cidade decidiu [avaliar mês a mês](https://www.hojeemdia.com.br/horizontes/pbh-mant%C3%A9m-entrega-de-cestas-b%C3%A1sicas-em-fevereiro-situa%C3%A7%C3%A3o-ser%C3%A1-analisada-mensalmente-1.822442).`,
        en: `**Begin with those already on a list.** The first were the families of pupils. Other groups came later.

**Expect rumours.** Help that is large and new attracts false messages. The official notice has to come early.

**Say how long it will last.** In January 2021 the city decided to [review month by month](https://www.hojeemdia.com.br/horizontes/pbh-mant%C3%A9m-entrega-de-cestas-b%C3%A1sicas-em-fevereiro-situa%C3%A7%C3%A3o-ser%C3%A1-analisada-mensalmente-1.822442).`,
      },
    },
    {
      key: "conditions",
      text: {
        "pt-BR": `Outra cidade precisaria de:

- dinheiro que possa ser reservado em poucas semanas;
- supermercados dispostos a entregar as cestas;
- cadastros de famílias, como o dos estudantes;
- parceiros que conheçam quem está fora das listas, como as associações de catadores.`,
        en: `Another city would need:

- money that can be set aside within weeks;
- supermarkets willing to hand out the baskets;
- registers of families, such as that of the pupils;
- partners who know those on no list, such as associations of waste pickers.`,
      },
    },
    {
      key: "what-stayed",
      text: {
        "pt-BR": `Em 28 de janeiro de 2021, a Prefeitura passou a decidir mês a mês. O balanço de abril cobre um ano inteiro de entregas.

Nossas fontes terminam em 3 de abril de 2021. O que veio depois não está nelas.`,
        en: `From 28 January 2021 the city decided month by month. The account of April covers a whole year of deliveries.

Our sources end on 3 April 2021. What came later is not in them.`,
      },
    },
    { key: "readiness", empty: "not-known" },
  ],
  timeline: [
    {
      id: "basket-announced",
      date: "2020-03-26",
      phase: "respond",
      what: {
        "pt-BR":
          "Anunciada uma cesta de 12 itens para mais de 140 mil famílias de estudantes. São 9,5 milhões de reais de recursos próprios.",
        en: "Basket of 12 items announced for more than 140,000 families of pupils, with 9.5 million reais of own money.",
      },
      who: { "pt-BR": "Prefeitura de Belo Horizonte", en: "City of Belo Horizonte" },
      sourceId: "bh-mar",
    },
    {
      id: "money-reserved",
      date: "2020-04-09",
      phase: "respond",
      what: {
        "pt-BR": "Reservados 100 milhões de reais para cestas e 5 milhões para kits de higiene.",
        en: "100 million reais reserved for baskets and 5 million for hygiene kits.",
      },
      who: { "pt-BR": "Prefeitura de Belo Horizonte", en: "City of Belo Horizonte" },
      sourceId: "bh-apr9",
    },
    {
      id: "false-messages",
      date: "2020-04",
      phase: "respond",
      what: {
        "pt-BR": "A Prefeitura alerta para mensagens falsas sobre as cestas.",
        en: "The city warns of false messages about the baskets.",
      },
      who: { "pt-BR": "Prefeitura de Belo Horizonte", en: "City of Belo Horizonte" },
      sourceId: "bh-fake",
    },
    {
      id: "one-million",
      date: "2020-07-27",
      phase: "rebuild",
      what: {
        "pt-BR": "1.018.876 cestas entregues; entrega prorrogada.",
        en: "1,018,876 baskets handed out; delivery prolonged.",
      },
      who: { "pt-BR": "Prefeitura de Belo Horizonte", en: "City of Belo Horizonte" },
      sourceId: "bh-jul",
    },
    {
      id: "month-by-month",
      date: "2021-01-28",
      phase: "rebuild",
      what: {
        "pt-BR": "Decisão de avaliar a continuidade mês a mês.",
        en: "Decision to review month by month.",
      },
      who: { "pt-BR": "Prefeitura de Belo Horizonte", en: "City of Belo Horizonte" },
      sourceId: "bh-jan21",
    },
    {
      id: "one-year",
      date: "2021-04-03",
      phase: "rebuild",
      what: { "pt-BR": "3,1 milhões de cestas em um ano.", en: "3.1 million baskets in a year." },
      who: { "pt-BR": "Prefeitura de Belo Horizonte", en: "City of Belo Horizonte" },
      sourceId: "bh-year",
    },
  ],
  observations: [
    {
      id: "baskets-july-2020",
      label: { "pt-BR": "Cestas entregues", en: "Baskets handed out" },
      valueKind: "exact",
      value: 1018876,
      valueTo: null,
      unit: { "pt-BR": "cestas", en: "baskets" },
      asOf: "2020-07-27",
      sourceId: "bh-jul",
      note: { "pt-BR": "Total acumulado até essa data.", en: "Running total up to that day." },
      onCard: false,
      measures: "baskets",
    },
    {
      id: "baskets-january-2021",
      label: { "pt-BR": "Cestas entregues", en: "Baskets handed out" },
      valueKind: "at-least",
      value: 2600000,
      valueTo: null,
      unit: { "pt-BR": "cestas", en: "baskets" },
      asOf: "2021-01-28",
      sourceId: "bh-jan21",
      note: { "pt-BR": "Total acumulado até essa data.", en: "Running total up to that day." },
      onCard: false,
      measures: "baskets",
    },
    {
      id: "baskets-april-2021",
      label: { "pt-BR": "Cestas entregues em um ano", en: "Baskets handed out in a year" },
      valueKind: "about",
      value: 3100000,
      valueTo: null,
      unit: { "pt-BR": "cestas", en: "baskets" },
      asOf: "2021-04-03",
      sourceId: "bh-year",
      note: {
        "pt-BR": "Balanço de um ano; número arredondado.",
        en: "Account of one year; a rounded figure.",
      },
      onCard: true,
      measures: "baskets",
    },
    {
      id: "food-july-2020",
      label: { "pt-BR": "Alimentos", en: "Food" },
      valueKind: "at-least",
      value: 19300,
      valueTo: null,
      unit: { "pt-BR": "toneladas", en: "tonnes" },
      asOf: "2020-07-27",
      sourceId: "bh-jul",
      note: {
        "pt-BR": "O peso das cestas contadas até essa data.",
        en: "The weight of the baskets counted up to that day.",
      },
      onCard: false,
      measures: "food",
    },
    {
      id: "food-april-2021",
      label: { "pt-BR": "Alimentos em um ano", en: "Food in a year" },
      valueKind: "about",
      value: 60000,
      valueTo: null,
      unit: { "pt-BR": "toneladas", en: "tonnes" },
      asOf: "2021-04-03",
      sourceId: "bh-year",
      note: {
        "pt-BR": "Balanço de um ano; número arredondado.",
        en: "Account of one year; a rounded figure.",
      },
      onCard: false,
      measures: "food",
    },
    {
      id: "families-month",
      label: { "pt-BR": "Famílias por mês", en: "Families a month" },
      valueKind: "about",
      value: 275000,
      valueTo: null,
      unit: { "pt-BR": "famílias", en: "households" },
      asOf: "2021-04-03",
      sourceId: "bh-year",
      note: { "pt-BR": "Por mês, não somadas ao longo do ano.", en: "In a month, not added up over the year." },
      onCard: true,
      measures: null,
    },
    {
      id: "people-reached",
      label: { "pt-BR": "Pessoas alcançadas", en: "People reached" },
      valueKind: "about",
      value: 1000000,
      valueTo: null,
      unit: { "pt-BR": "pessoas", en: "people" },
      asOf: "2021-04-03",
      sourceId: "bh-year",
      note: { "pt-BR": "Número arredondado, da mesma página.", en: "A rounded figure, from the same page." },
      onCard: true,
      measures: null,
    },
    {
      id: "hygiene-kits",
      label: { "pt-BR": "Kits de higiene em um ano", en: "Hygiene kits in a year" },
      valueKind: "at-least",
      value: 520000,
      valueTo: null,
      unit: { "pt-BR": "kits", en: "kits" },
      asOf: "2021-04-03",
      sourceId: "bh-year",
      note: { "pt-BR": "Contados à parte das cestas.", en: "Counted apart from the baskets." },
      onCard: false,
      measures: null,
    },
    {
      id: "meals",
      label: { "pt-BR": "Refeições nos restaurantes populares", en: "Meals in popular restaurants" },
      valueKind: "at-least",
      value: 589000,
      valueTo: null,
      unit: { "pt-BR": "refeições", en: "meals" },
      asOf: "2020-07-27",
      sourceId: "bh-jul",
      note: { "pt-BR": "Contadas à parte das cestas.", en: "Counted apart from the baskets." },
      onCard: false,
      measures: null,
    },
    {
      id: "families-pupils",
      label: {
        "pt-BR": "Famílias de estudantes previstas no primeiro anúncio",
        en: "Families of pupils in the first announcement",
      },
      valueKind: "at-least",
      value: 140000,
      valueTo: null,
      unit: { "pt-BR": "famílias", en: "households" },
      asOf: "2020-03-26",
      sourceId: "bh-mar",
      note: { "pt-BR": "Anunciadas, ainda não atendidas.", en: "Announced, not yet served." },
      onCard: false,
      measures: null,
    },
    {
      id: "money-first",
      label: { "pt-BR": "Recursos próprios do primeiro anúncio", en: "The city's own money in the first announcement" },
      valueKind: "exact",
      value: 9500000,
      valueTo: null,
      unit: "BRL",
      asOf: "2020-03-26",
      sourceId: "bh-mar",
      note: { "pt-BR": "Para as cestas das famílias de estudantes.", en: "For the baskets for families of pupils." },
      onCard: false,
      measures: null,
    },
    {
      id: "money-baskets",
      label: { "pt-BR": "Reservados para cestas", en: "Reserved for baskets" },
      valueKind: "exact",
      value: 100000000,
      valueTo: null,
      unit: "BRL",
      asOf: "2020-04-09",
      sourceId: "bh-apr9",
      note: { "pt-BR": "Reservados, o que não é o mesmo que gastos.", en: "Reserved, which is not the same as spent." },
      onCard: false,
      measures: null,
    },
    {
      id: "money-kits",
      label: { "pt-BR": "Reservados para kits de higiene", en: "Reserved for hygiene kits" },
      valueKind: "exact",
      value: 5000000,
      valueTo: null,
      unit: "BRL",
      asOf: "2020-04-09",
      sourceId: "bh-apr9",
      note: { "pt-BR": "Reservados, o que não é o mesmo que gastos.", en: "Reserved, which is not the same as spent." },
      onCard: false,
      measures: null,
    },
  ],
  sources: [
    {
      id: "bh-mar",
      title: "Distribuição de cestas básicas para famílias de estudantes durante a suspensão das aulas",
      url: "https://webterra.com.br/2020/03/27/distribuicao-de-cestas-basicas-para-familias-de-estudantes-serao-realizadas-durante-a-suspensao-das-aulas-em-mg",
      publisher: "Webterra",
      date: "2020-03-27",
      language: "pt-BR",
      accessedOn: null,
    },
    {
      id: "bh-apr9",
      title: "Prefeitura já distribuiu quase 2 toneladas de alimentos em pandemia",
      url: "https://lugardafinancas.com/app/noticia/gerais/2020/04/09/interna_gerais,1137340/prefeitura-ja-distribuiu-quase-2-toneladas-de-alimentos-em-pandemia.shtml",
      publisher: "lugardafinancas.com",
      date: "2020-04-09",
      language: "pt-BR",
      accessedOn: null,
    },
    {
      id: "bh-fake",
      title: "Prefeitura de Belo Horizonte alerta para mensagens falsas sobre cestas básicas",
      url: "https://www.hojeemdia.com.br/horizontes/prefeitura-de-belo-horizonte-alerta-para-mensagens-falsas-sobre-cestas-b%C3%A1sicas-1.784106",
      publisher: "Hoje em Dia",
      date: "2020-04",
      language: "pt-BR",
      accessedOn: null,
    },
    {
      id: "bh-jul",
      title: "Prefeitura entrega mais de 1 milhão de cestas básicas",
      url: "https://prefeitura.pbh.gov.br/noticias/prefeitura-entrega-mais-de-1-milhao-de-cestas-basicas",
      publisher: "Prefeitura de Belo Horizonte",
      date: "2020-07-27",
      language: "pt-BR",
      accessedOn: null,
    },
    {
      id: "bh-jan21",
      title: "PBH mantém entrega de cestas básicas em fevereiro; situação será analisada mensalmente",
      url: "https://www.hojeemdia.com.br/horizontes/pbh-mant%C3%A9m-entrega-de-cestas-b%C3%A1sicas-em-fevereiro-situa%C3%A7%C3%A3o-ser%C3%A1-analisada-mensalmente-1.822442",
      publisher: "Hoje em Dia",
      date: "2021-01-28",
      language: "pt-BR",
      accessedOn: null,
    },
    {
      id: "bh-year",
      title: "Em um ano, 3 milhões de cestas foram distribuídas à população vulnerável",
      url: "https://prefeitura.pbh.gov.br/noticias/em-um-ano-3-milhoes-de-cestas-foram-distribuidas-populacao-vulneravel",
      publisher: "Prefeitura de Belo Horizonte",
      date: "2021-04-03",
      language: "pt-BR",
      accessedOn: null,
    },
  ],
  organisations: [
    {
      id: "assistencia-social",
      name: "Secretaria Municipal de Assistência Social, Segurança Alimentar e Cidadania",
      sector: "local-government",
      role: null,
      url: null,
    },
    { id: "educacao", name: "Secretaria de Educação", sector: "local-government", role: null, url: null },
    { id: "supermercados", name: "Supermercados", sector: "private-company", role: "delivery", url: null },
    { id: "farmacias", name: "Farmácias", sector: "private-company", role: null, url: null },
    { id: "ancat", name: "ANCAT (associação de catadores)", sector: "sse", role: null, url: null },
    { id: "slu", name: "SLU (limpeza urbana)", sector: "public-agency", role: null, url: null },
  ],
  buildingBlocks: [
    {
      id: "supermercado-voucher",
      name: { "pt-BR": "Cestas por supermercado e voucher", en: "Baskets through supermarkets and vouchers" },
      needs: {
        "pt-BR": "Um acordo com supermercados e um voucher para cada família.",
        en: "An arrangement with supermarkets and a voucher for each family.",
      },
      transferable: "yes",
    },
    {
      id: "familias-de-estudantes",
      name: { "pt-BR": "Começar pelas famílias dos estudantes", en: "Begin with the families of pupils" },
      needs: {
        "pt-BR": "Uma lista das famílias na Educação e um caminho rápido até elas.",
        en: "A list of families held by the education department and a quick way to reach them.",
      },
      transferable: "partly",
    },
    {
      id: "aviso-de-boatos",
      name: { "pt-BR": "Alerta público contra mensagens falsas", en: "Public warning against false messages" },
      needs: {
        "pt-BR": "Um canal oficial conhecido e um aviso logo nas primeiras semanas.",
        en: "An official channel that people know, and a notice within the first weeks.",
      },
      transferable: "yes",
    },
  ],
  policyAreas: ["markets-procurement", "finance"],
  themes: ["food", "inclusion-of-vulnerable-groups", "care-and-health", "education"],
  targetGroups: ["low-income-families", "children", "waste-pickers", "street-vendors"],
  sdgs: [1, 2, 3],
  maturity: null,
  scale: "city",
};
