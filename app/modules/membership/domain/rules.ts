// The rules of membership as one dated document: classes, categories by address space held, votes.
// Source: bylaws art. 19 (votes by category); fee tables (categories); docs/glossary.md for the words.
import { z } from "zod";
import { sizeOfBlocks } from "./address-space.ts";

const words = z.string().trim().min(1, "problems.wordsMissing").max(300, "problems.tooLong");
const trilingual = z.object({ es: words, en: words, pt: words });
const key = z
  .string()
  .max(40, "problems.tooLong")
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "problems.keyMalformed");

function wholeNumber(least: number, most: number, message: string) {
  return z.int(message).min(least, message).max(most, message);
}

const blocks = wholeNumber(1, 1_000_000, "problems.blocksMalformed");
const prefix = wholeNumber(0, 64, "problems.prefixMalformed");
const voteCount = wholeNumber(0, 1_000, "problems.votesMalformed");

/** How much space a category may hold: less than so many blocks, up to so many, any amount, or the family does not lead to it. */
const limit = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("below"), blocks, prefix }),
  z.object({ kind: z.literal("up-to"), blocks, prefix }),
  z.object({ kind: z.literal("any") }),
  z.object({ kind: z.literal("not-used") }),
]);
export type Limit = z.infer<typeof limit>;

const membershipClass = z.object({
  key,
  names: trilingual,
  mayVote: z.boolean(),
  /** "holder": whoever holds IP addresses of the register is of this class, without an application. */
  admission: z.enum(["holder", "application"]),
  basis: trilingual,
  /** A fixed number of votes whatever is held; null: by category. */
  votes: voteCount.nullable(),
});
export type MembershipClass = z.infer<typeof membershipClass>;

const category = z.object({
  key,
  names: trilingual,
  ipv4: limit,
  ipv6: limit,
  votes: voteCount,
});
export type Category = z.infer<typeof category>;

export const rulesDocument = z
  .object({ classes: z.array(membershipClass).min(1).max(20), categories: z.array(category).min(1).max(40) })
  .check(({ value, issues }) => {
    for (const message of findRuleProblems(value)) issues.push({ code: "custom", message, input: value, path: [] });
  });

/** Classes, and categories from the smallest to the largest. */
export interface RulesDocument {
  readonly classes: readonly MembershipClass[];
  readonly categories: readonly Category[];
}

export type AddressFamily = "ipv4" | "ipv6";

/** What would make a document contradict itself, as keys of this module's sentences. */
export function findRuleProblems(document: RulesDocument): string[] {
  const problems: string[] = [];
  if (new Set(document.classes.map((each) => each.key)).size < document.classes.length)
    problems.push("problems.classTwice");
  if (new Set(document.categories.map((each) => each.key)).size < document.categories.length) {
    problems.push("problems.categoryTwice");
  }
  if (document.classes.filter((each) => each.admission === "holder").length !== 1)
    problems.push("problems.oneHolderClass");
  const votes = document.categories.map((each) => each.votes);
  if (votes.some((each, index) => each < (votes[index - 1] ?? 0))) problems.push("problems.votesFall");
  for (const family of ["ipv4", "ipv6"] as const) {
    if (!limitsRise(document.categories, family)) problems.push(`problems.${family}LimitsFall`);
    // Why: otherwise the largest holder would have no category at all.
    if (document.categories.at(-1)?.[family].kind !== "any") problems.push(`problems.${family}LastMustBeOpen`);
  }
  return problems;
}

function limitsRise(categories: readonly Category[], family: AddressFamily): boolean {
  let largest = 0n;
  for (const [index, each] of categories.entries()) {
    const space = each[family];
    if (space.kind === "not-used") continue;
    if (space.kind === "any") return index === categories.length - 1;
    if (space.prefix > (family === "ipv4" ? 32 : 64)) return false;
    const next = largestWithin(space, family);
    if (next === undefined || next <= largest) return false;
    largest = next;
  }
  return true;
}

/** The most that a limit lets in (IPv4 addresses, or /64 networks); undefined for no limit. */
export function largestWithin(space: Limit, family: AddressFamily): bigint | undefined {
  if (space.kind === "any" || space.kind === "not-used") return undefined;
  const size = sizeOfBlocks(family, space.blocks, space.prefix);
  return space.kind === "below" ? size - 1n : size;
}
