// What one version of the rules says differently from another, field by field, for the log and for the reader.
import type { Limit, RulesDocument } from "./rules.ts";

export interface RuleDifference {
  /** "categories.nano.votes" */
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

export function differencesBetween(before: RulesDocument, after: RulesDocument): RuleDifference[] {
  const [left, right] = [flatten(before), flatten(after)];
  const fields = [...new Set([...left.keys(), ...right.keys()])];
  return fields
    .map((field) => ({ field, before: left.get(field) ?? null, after: right.get(field) ?? null }))
    .filter((difference) => difference.before !== difference.after);
}

function flatten(document: RulesDocument): Map<string, string> {
  const flat = new Map<string, string>();
  for (const { key, ...fields } of document.classes) {
    for (const [name, value] of Object.entries(fields)) flat.set(`classes.${key}.${name}`, JSON.stringify(value));
  }
  for (const { key, ...fields } of document.categories) {
    flat.set(`categories.${key}.names`, JSON.stringify(fields.names));
    flat.set(`categories.${key}.ipv4`, limitText(fields.ipv4));
    flat.set(`categories.${key}.ipv6`, limitText(fields.ipv6));
    flat.set(`categories.${key}.votes`, String(fields.votes));
  }
  flat.set("order", document.categories.map((category) => category.key).join(" < "));
  return flat;
}

/** "< 3 × /11", "≤ /32", "no limit", "not used" */
function limitText(limit: Limit): string {
  if (limit.kind === "any") return "no limit";
  if (limit.kind === "not-used") return "not used";
  const { blocks, prefix } = limit;
  return `${limit.kind === "below" ? "<" : "≤"} ${blocks === 1 ? "" : `${blocks} × `}/${prefix}`;
}
