// A body's rules as the fields of a form, and back. Unchecked: the schema says what is wrong.
import type { BodyRules } from "./rules.ts";

export type RulesFields = Readonly<Record<string, string>>;

/** The fields in which a document is edited. Empty caps mean no limit. */
export function fieldsOfRules(rules: BodyRules): Record<string, string> {
  const number = (value: number | null) => (value === null ? "" : String(value));
  return {
    seats: number(rules.seats),
    termYears: number(rules.termYears),
    termYearsByRank: (rules.termYearsByRank ?? []).join(", "),
    termsBegin: rules.termsBegin,
    renewalsPerYear: number(rules.renewalsPerYear),
    capPerCitizenship: number(rules.capPerCitizenship),
    capPerEmployerGroup: number(rules.capPerEmployerGroup),
    nominators: rules.nominators,
    nominationsPerOrganization:
      rules.nominationsPerOrganization === "one-per-seat" ? "" : number(rules.nominationsPerOrganization),
    endorsementsNeeded: number(rules.endorsementsNeeded),
    incompatibleBodies: rules.incompatibleBodies.join(","),
    tieRule: rules.tieRule,
  };
}

/** The document that the fields mean. */
export function rulesOfFields(fields: RulesFields): Record<string, unknown> {
  const text = (name: string) => (fields[name] ?? "").trim();
  const number = (name: string) => (text(name) === "" ? Number.NaN : Number(text(name)));
  const orNothing = <Nothing>(name: string, nothing: Nothing) => (text(name) === "" ? nothing : Number(text(name)));
  const ranks = text("termYearsByRank");
  return {
    seats: number("seats"),
    termYears: number("termYears"),
    ...(ranks === "" ? {} : { termYearsByRank: ranks.split(/[\s,;]+/).map(Number) }),
    termsBegin: text("termsBegin"),
    renewalsPerYear: number("renewalsPerYear"),
    capPerCitizenship: orNothing("capPerCitizenship", null),
    capPerEmployerGroup: orNothing("capPerEmployerGroup", null),
    nominators: text("nominators"),
    nominationsPerOrganization: orNothing("nominationsPerOrganization", "one-per-seat"),
    endorsementsNeeded: number("endorsementsNeeded"),
    incompatibleBodies: text("incompatibleBodies")
      .split(",")
      .map((key) => key.trim())
      .filter((key) => key !== ""),
    tieRule: text("tieRule"),
  };
}
