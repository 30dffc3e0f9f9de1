// Answers a person who types into the page: the same answer as WHOIS and RDAP give, and what they would say.
import type { Ground } from "#app/platform/context.server.ts";
import { QueryMeter } from "#app/platform/query-meter.server.ts";
import { findAnswer } from "../domain/find-answer.ts";
import type { LookUp } from "../domain/look-up.ts";
import { showAnswer } from "../domain/look-up.ts";
import { defaultQueryLimits } from "../domain/query-limits.ts";
import { readQuestion } from "../domain/read-question.ts";
import { writeAnswerLines } from "../domain/whois/whois-text.ts";
import { LiveDirectory } from "../jobs/follow-register.server.ts";
import { rdapSurroundingsOf } from "./surroundings.server.ts";

/** What the web server gives to pages: the copy that it follows, and the count of what each client asks. */
export interface DirectoryOfPages {
  open(): Promise<LiveDirectory>;
  readonly meter: QueryMeter;
}

declare module "@remix-run/node" {
  interface AppLoadContext {
    /** Absent where no web server stands before the page. */
    readonly directory?: DirectoryOfPages;
  }
}

export type LookUpOutcome =
  | { readonly kind: "found"; readonly found: LookUp; readonly whois: string; readonly rdapHref: string }
  | { readonly kind: "unreadable" | "no-match" }
  | { readonly kind: "too-many"; readonly seconds: number };

/** The copy that a program follows; where none does, one that is opened when a page first asks for it. */
export function directoryOfPages(
  ground: Ground,
  followed?: LiveDirectory,
  meter: QueryMeter = new QueryMeter(defaultQueryLimits),
): DirectoryOfPages {
  let copy: Promise<LiveDirectory> | undefined;
  return {
    meter,
    async open() {
      copy ??= followed === undefined ? LiveDirectory.open(ground) : Promise.resolve(followed);
      const directory = await copy;
      await directory.catchUp();
      return directory;
    },
  };
}

/** `client` is the network that asks (accounts: networkOf). */
export async function lookUp(
  ground: Ground,
  { open, meter }: DirectoryOfPages,
  { typed, client }: { readonly typed: string; readonly client: string },
): Promise<LookUpOutcome> {
  const question = readQuestion(typed);
  if (question === undefined) return { kind: "unreadable" };
  const metered = meter.count(client);
  if (metered.kind !== "whole") return { kind: "too-many", seconds: metered.retryAfterSeconds };
  const { index } = await open();
  const answer = findAnswer(index, question);
  if (answer === undefined) return { kind: "no-match" };
  const found = showAnswer(answer);
  const { base } = rdapSurroundingsOf(ground);
  return { kind: "found", found, whois: writeAnswerLines(answer), rdapHref: `${base}/${found.rdapPath}` };
}
