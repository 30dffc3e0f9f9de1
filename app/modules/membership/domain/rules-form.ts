// The rules as the fields of a form, so that they can be edited without JavaScript, and back.
import type { Language } from "#app/platform/language/languages.ts";
import { languages } from "#app/platform/language/languages.ts";
import type { Limit, RulesDocument } from "./rules.ts";

type Words = Readonly<Record<Language, string>>;

export interface LimitRow {
  readonly kind: string;
  readonly blocks: string;
  readonly prefix: string;
}

export interface CategoryRow {
  readonly key: string;
  readonly names: Words;
  readonly ipv4: LimitRow;
  readonly ipv6: LimitRow;
  readonly votes: string;
}

export interface ClassRow {
  readonly key: string;
  readonly names: Words;
  readonly basis: Words;
  readonly admission: string;
  readonly mayVote: boolean;
  readonly votes: string;
}

export interface RulesRows {
  readonly classes: readonly ClassRow[];
  readonly categories: readonly CategoryRow[];
}

/** The rows in which a document is edited. */
export function rowsOf(document: RulesDocument): RulesRows {
  return {
    classes: document.classes.map((each) => ({ ...each, votes: each.votes === null ? "" : String(each.votes) })),
    categories: document.categories.map((each) => ({
      ...each,
      ipv4: limitRow(each.ipv4),
      ipv6: limitRow(each.ipv6),
      votes: String(each.votes),
    })),
  };
}

function limitRow(limit: Limit): LimitRow {
  if (limit.kind === "any" || limit.kind === "not-used") return { kind: limit.kind, blocks: "1", prefix: "" };
  return { kind: limit.kind, blocks: String(limit.blocks), prefix: String(limit.prefix) };
}

type Fields = Readonly<Record<string, string>>;

/** The rows that a form sent: names such as "categories.3.ipv4.prefix". */
export function readRows(fields: Fields): RulesRows {
  return {
    classes: rowNumbers(fields, "classes").map((at) => ({
      key: fields[`${at}.key`] ?? "",
      names: readWords(fields, `${at}.names`),
      basis: readWords(fields, `${at}.basis`),
      admission: fields[`${at}.admission`] ?? "application",
      mayVote: fields[`${at}.mayVote`] === "on",
      votes: fields[`${at}.votes`] ?? "",
    })),
    categories: rowNumbers(fields, "categories").map((at) => ({
      key: fields[`${at}.key`] ?? "",
      names: readWords(fields, `${at}.names`),
      ipv4: readLimit(fields, `${at}.ipv4`),
      ipv6: readLimit(fields, `${at}.ipv6`),
      votes: fields[`${at}.votes`] ?? "",
    })),
  };
}

function rowNumbers(fields: Fields, list: "classes" | "categories"): string[] {
  const numbers: string[] = [];
  for (let index = 0; fields[`${list}.${index}.key`] !== undefined; index += 1) numbers.push(`${list}.${index}`);
  return numbers;
}

function readWords(fields: Fields, at: string): Words {
  return Object.fromEntries(languages.map((language) => [language, fields[`${at}.${language}`] ?? ""])) as Record<
    Language,
    string
  >;
}

function readLimit(fields: Fields, at: string): LimitRow {
  return {
    kind: fields[`${at}.kind`] ?? "not-used",
    blocks: fields[`${at}.blocks`] ?? "1",
    prefix: fields[`${at}.prefix`] ?? "",
  };
}

/** The document that the rows mean; unchecked: the schema says what is wrong with it. */
export function documentOf(rows: RulesRows): { readonly classes: unknown[]; readonly categories: unknown[] } {
  return {
    classes: rows.classes.map((row) => ({
      ...row,
      key: row.key || keyFrom(row.names),
      votes: row.votes.trim() === "" ? null : number(row.votes),
    })),
    categories: rows.categories.map((row) => ({
      key: row.key || keyFrom(row.names),
      names: row.names,
      ipv4: limitFrom(row.ipv4),
      ipv6: limitFrom(row.ipv6),
      votes: number(row.votes),
    })),
  };
}

function limitFrom({ kind, blocks, prefix }: LimitRow): unknown {
  return kind === "any" || kind === "not-used" ? { kind } : { kind, blocks: number(blocks), prefix: number(prefix) };
}

function number(text: string): number {
  return text.trim() === "" ? Number.NaN : Number(text);
}

/** "2X Large" → "2x-large" */
function keyFrom(names: Words): string {
  return (names.en || names.es)
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

/** What a button of the form asks for, besides saving. */
export function editRows(rows: RulesRows, intent: string): RulesRows {
  const [verb, list, at] = intent.split(".");
  if (verb === "add" && list === "categories") return { ...rows, categories: [...rows.categories, emptyCategory] };
  if (verb === "add" && list === "classes") return { ...rows, classes: [...rows.classes, emptyClass] };
  if (verb !== "remove") return rows;
  const remaining = <Row>(each: readonly Row[]) => each.filter((_, index) => String(index) !== at);
  if (list === "categories") return { ...rows, categories: remaining(rows.categories) };
  return list === "classes" ? { ...rows, classes: remaining(rows.classes) } : rows;
}

const noWords: Words = { es: "", en: "", pt: "" };
const emptyLimit: LimitRow = { kind: "below", blocks: "1", prefix: "" };
const emptyCategory: CategoryRow = { key: "", names: noWords, ipv4: emptyLimit, ipv6: emptyLimit, votes: "" };
const emptyClass: ClassRow = {
  key: "",
  names: noWords,
  basis: noWords,
  admission: "application",
  mayVote: true,
  votes: "",
};
