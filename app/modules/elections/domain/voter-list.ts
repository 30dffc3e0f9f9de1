// Reads the list of voters that comes from outside the register: people with one vote each, or the organisations of a national
// registry whose contacts have no account here. Every fault is told with its line, because somebody must mend it in a spreadsheet.
import { readCsv } from "#app/lib/csv/index.ts";
import type { Language } from "#app/platform/language/languages.ts";

/** One line of a list that is in order. */
export interface ListedVoter {
  readonly line: number;
  /** "" for a person. */
  readonly handle: string;
  /** The organisation's name; "" for a person. */
  readonly organizationName: string;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  /** Two letters, or "" where the list says nothing. */
  readonly country: string;
  /** Only of an organisation that our register does not know; 0 where the list says nothing. */
  readonly votes: number;
}

export type VoterListFault =
  | "EMPTY"
  | "COLUMN_MISSING"
  | "CELL_MISSING"
  | "EMAIL_EXPECTED"
  | "LANGUAGE_EXPECTED"
  | "COUNTRY_EXPECTED"
  | "VOTES_EXPECTED"
  | "PERSON_TWICE"
  | "ORGANIZATION_TWICE"
  | "ORGANIZATION_WITHOUT_VOTES"
  | "VOTES_OF_REGISTER_DIFFER"
  | "ORGANIZATION_HAS_CONTACT";

export interface VoterListProblem {
  readonly line: number;
  readonly column: VoterColumn | null;
  readonly code: VoterListFault;
  readonly value: string;
}

/** What a column may be called: our words, the three languages, and those of the incumbent's spreadsheets. */
const columnNames = {
  handle: ["handle", "orgid", "org_id", "organization", "organizacion", "organizacao"],
  organizationName: [
    "organization_name",
    "organizacion_nombre",
    "razon_social",
    "organization name",
    "nombre organizacion",
  ],
  name: ["name", "nombre", "nome", "contact", "contacto", "contato", "contact_name"],
  email: ["email", "e-mail", "mail", "correo", "correo electronico"],
  language: ["language", "idioma", "lang"],
  country: ["country", "pais"],
  votes: ["votes", "votos", "cantvotos"],
} as const;
export type VoterColumn = keyof typeof columnNames;

const needed: Readonly<Record<Electorate, readonly VoterColumn[]>> = {
  individuals: ["name", "email", "language"],
  organizations: ["handle", "organizationName", "name", "email", "language", "country"],
};

export type Electorate = "organizations" | "individuals";

export type VoterListReading =
  | { readonly ok: true; readonly voters: readonly ListedVoter[] }
  | { readonly ok: false; readonly problems: readonly VoterListProblem[] };

/** Reads the whole list; with one fault or more nothing of it is taken. */
export function readVoterList(text: string, electorate: Electorate): VoterListReading {
  const [header, ...records] = readCsv(text);
  if (header === undefined || records.length === 0)
    return refused([{ line: 1, column: null, code: "EMPTY", value: "" }]);
  const places = placesOf(header.cells);
  const missing = needed[electorate].filter((column) => places[column] === undefined);
  if (missing.length > 0) {
    return refused(missing.map((column) => ({ line: header.line, column, code: "COLUMN_MISSING", value: "" })));
  }
  const problems: VoterListProblem[] = [];
  const seen = new Set<string>();
  const voters = records.map(({ line, cells }) => {
    const cell = (column: VoterColumn) => cells[places[column] ?? -1] ?? "";
    problems.push(...faultsOf(line, cell, electorate));
    const voter = voterOf(line, cell, electorate);
    // Why by address and by handle: the roll has one entry per person, and one per organisation.
    const key = electorate === "individuals" ? voter.email : voter.handle;
    if (key !== "" && seen.has(key)) {
      const code = electorate === "individuals" ? "PERSON_TWICE" : "ORGANIZATION_TWICE";
      problems.push({ line, column: electorate === "individuals" ? "email" : "handle", code, value: key });
    }
    seen.add(key);
    return voter;
  });
  return problems.length > 0 ? refused(problems) : { ok: true, voters };
}

function refused(problems: readonly VoterListProblem[]): VoterListReading {
  return { ok: false, problems };
}

function placesOf(header: readonly string[]): Partial<Record<VoterColumn, number>> {
  const names = header.map(plain);
  const places: Partial<Record<VoterColumn, number>> = {};
  for (const [column, known] of Object.entries(columnNames) as [VoterColumn, readonly string[]][]) {
    const place = names.findIndex((name) => known.includes(name));
    if (place >= 0) places[column] = place;
  }
  return places;
}

function plain(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .trim();
}

const languageNames: Readonly<Record<string, Language>> = {
  es: "es",
  sp: "es",
  en: "en",
  pt: "pt",
  "pt-br": "pt",
};

type Cells = (column: VoterColumn) => string;

function faultsOf(line: number, cell: Cells, electorate: Electorate): VoterListProblem[] {
  const empty = needed[electorate].filter((column) => cell(column) === "");
  const problems: VoterListProblem[] = empty.map((column) => ({ line, column, code: "CELL_MISSING", value: "" }));
  const expect = (column: VoterColumn, isRight: boolean, code: VoterListFault) => {
    if (cell(column) !== "" && !isRight) problems.push({ line, column, code, value: cell(column) });
  };
  expect("email", /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(cell("email")), "EMAIL_EXPECTED");
  expect("language", languageNames[cell("language").toLowerCase()] !== undefined, "LANGUAGE_EXPECTED");
  expect("country", /^[A-Za-z]{2}$/.test(cell("country")), "COUNTRY_EXPECTED");
  if (electorate === "organizations") expect("votes", /^[1-9]\d{0,2}$/.test(cell("votes")), "VOTES_EXPECTED");
  return problems;
}

function voterOf(line: number, cell: Cells, electorate: Electorate): ListedVoter {
  const isOrganization = electorate === "organizations";
  return {
    line,
    handle: isOrganization ? cell("handle").toUpperCase() : "",
    organizationName: isOrganization ? cell("organizationName") : "",
    name: cell("name"),
    email: cell("email").toLowerCase(),
    language: languageNames[cell("language").toLowerCase()] ?? "es",
    country: cell("country").toUpperCase(),
    votes: isOrganization ? Number(cell("votes") || 0) : 0,
  };
}
