const KNOWN: Record<string, string> = {
  "€": "EUR",
  eur: "EUR",
  euro: "EUR",
  euros: "EUR",
  $: "USD",
  us$: "USD",
  usd: "USD",
  dollars: "USD",
  dollari: "USD",
  r$: "BRL",
  brl: "BRL",
  reais: "BRL",
  real: "BRL",
  zł: "PLN",
  pln: "PLN",
  złoty: "PLN",
  zloty: "PLN",
  "%": "percent",
  percent: "percent",
  "per cent": "percent",
  "per cento": "percent",
  percento: "percent",
  cad: "CAD",
  mxn: "MXN",
};

/** What a person calls a unit → how it is kept: a currency's code, "percent", or their own word. */
export function unitOf(typed: string): string {
  return KNOWN[typed.toLowerCase()] ?? typed;
}
