/** The terms a write-up is filed under. What each is called stands in the messages under "vocabulary". */

export const POLICY_AREAS = [
  "visibility-culture",
  "institutional-framework",
  "legal-framework",
  "finance",
  "markets-procurement",
  "skills-business-support",
  "impact-measurement",
  "data",
  "social-innovation",
  "ecosystem-governance",
  "spaces-infrastructure",
  "citizen-participation",
] as const;

export const THEMES = [
  "local-economy-and-markets",
  "digital-divide",
  "communication-with-sse",
  "youth-employment",
  "inclusion-of-vulnerable-groups",
  "food",
  "housing",
  "care-and-health",
  "homelessness",
  "education",
  "culture",
  "mobility",
  "energy",
  "circular-economy",
  "migration",
  "gender-equality",
  "public-space",
  "volunteering",
] as const;

export const TARGET_GROUPS = [
  "older-people",
  "people-living-alone",
  "children",
  "young-people",
  "women",
  "low-income-families",
  "households-in-income-loss",
  "homeless-people",
  "tenants-at-risk",
  "undocumented-people",
  "migrants-refugees",
  "people-with-disabilities",
  "people-at-medical-risk",
  "long-term-unemployed",
  "informal-workers",
  "waste-pickers",
  "street-vendors",
  "small-businesses",
  "culture-workers",
  "sse-organisations",
  "volunteers",
  "public-employees",
  "general-population",
] as const;

export const MATURITY = ["pilot", "running", "scaled", "institutionalised", "ended"] as const;
export const SCALES = ["neighbourhood", "district", "city", "metropolitan", "region", "national"] as const;

/** The eight groups of the UNDRR/ISC Hazard Information Profiles. */
export const HAZARDS = [
  "meteorological-hydrological",
  "extraterrestrial",
  "geological",
  "environmental",
  "chemical",
  "biological",
  "technological",
  "societal",
] as const;
export type Hazard = (typeof HAZARDS)[number];

/** Kinds of crisis, each with its group of hazards. */
export const CRISIS_TYPES = {
  "pandemic-epidemic": "biological",
  heatwave: "meteorological-hydrological",
  flood: "meteorological-hydrological",
  storm: "meteorological-hydrological",
  "drought-water-shortage": "meteorological-hydrological",
  wildfire: "environmental",
  earthquake: "geological",
  "industrial-accident": "technological",
  "power-or-network-outage": "technological",
  "cyber-attack": "technological",
  "chemical-release": "chemical",
  "food-supply-shock": "societal",
  "economic-shock": "societal",
  "housing-emergency": "societal",
  "displacement-arrival": "societal",
  "violence-or-unrest": "societal",
} as const satisfies Record<string, Hazard>;
export type CrisisType = keyof typeof CRISIS_TYPES;
export const CRISIS_TYPE_LIST = Object.keys(CRISIS_TYPES) as CrisisType[];

export const ACTOR_SECTORS = [
  "local-government",
  "district-or-borough",
  "regional-government",
  "national-government",
  "eu-or-international",
  "sse",
  "other-non-profit",
  "private-company",
  "bank-or-investor",
  "university-research",
  "faith-based",
  "informal-group",
  "philanthropy",
  "public-agency",
] as const;

export const ACTOR_ROLES = [
  "lead",
  "co-lead",
  "funder",
  "delivery",
  "coordination",
  "logistics",
  "volunteers",
  "data",
  "evaluation",
  "communication",
  "beneficiary-voice",
] as const;

/** How far people take part: the levels of the IAP2 spectrum. */
export const PARTICIPATION = ["inform", "consult", "involve", "collaborate", "empower"] as const;

export const SSE_TYPES = [
  "cooperative",
  "mutual",
  "association",
  "foundation",
  "social-enterprise",
  "network",
] as const;

export const SDG_COUNT = 17;
export const POLICY_AREAS_MAX = 3;
export const THEMES_MAX = 5;
export const TARGET_GROUPS_MAX = 5;
export const SDGS_MAX = 3;
