// The count's reasoning in English.
import type { TieReason } from "../types.ts";
import type { SentenceFormats, Words } from "./words.ts";
import { inBrackets, isOne, listHolders } from "./words.ts";

const roles = { elected: "elected before", staying: "stays in office" };

const reasons: Record<TieReason, string> = {
  seat: "there are not enough seats for all of them",
  cap: "the limits let in only some of them, so that whoever comes first bars another",
  term: "the seats that they would take have terms of different length",
};

function votesOf(votes: number, { number }: SentenceFormats): string {
  return `${number(votes)} ${votes === 1 ? "vote" : "votes"}`;
}

export const english: Words = {
  SEATS: ({ seats, candidates }, { number }) =>
    `${seats === 1 ? "One seat is" : `${number(seats)} seats are`} filled down the ranking, from the most votes to the fewest. Candidates: ${number(candidates)}.`,
  CAP_CITIZENSHIP: ({ cap }, { number }) =>
    `At most ${number(cap)} with the same citizenship may hold office at once; all of a person's citizenships count.`,
  CAP_EMPLOYER: ({ cap }, { number }) =>
    `At most ${number(cap)} tied to the same employer or group may hold office at once.`,
  STAYS_IN_OFFICE: ({ name, citizenships, employerGroup }, formats) =>
    `${name}${inBrackets(citizenships, employerGroup, formats)} stays in office and counts for these limits.`,
  BLANK: ({ votes }, formats) =>
    `Abstention: ${votesOf(votes, formats)} for none of the candidates, reported here; abstention takes no seat.`,
  TIE_WITHOUT_EFFECT: ({ names, votes }, formats) =>
    `${formats.list(names)} have ${votesOf(votes, formats)} each. Their order decides nothing.`,
  TIE_DECIDED: ({ names, votes, method }, formats) =>
    `${formats.list(names)} have ${votesOf(votes, formats)} each. The recorded ${method === "lot" ? "lot" : "runoff"} put them in this order.`,
  TIE_OPEN: ({ names, votes, reason, rule }, formats) =>
    `${formats.list(names)} have ${votesOf(votes, formats)} each, and ${reasons[reason]}. The count stops here until ${rule === "lot" ? "a lot drawn in public" : "a runoff"} decides.`,
  ELECTED: ({ name, votes, rank, termYears }, formats) =>
    `${name} (${votesOf(votes, formats)}) is elected to seat ${formats.number(rank)}${termYears === 0 ? "" : termYears === 1 ? ", for one year" : `, for ${formats.number(termYears)} years`}.`,
  PASSED_OVER_CITIZENSHIP: ({ name, votes, shared, cap, ...who }, formats) =>
    `${name} (${votesOf(votes, formats)}) is passed over: ${listHolders(who, roles, formats)} ${isOne(who) ? "has" : "have"} the same citizenship (${formats.country(shared)}), and the limit is ${formats.number(cap)}.`,
  PASSED_OVER_EMPLOYER: ({ name, votes, shared, cap, ...who }, formats) =>
    `${name} (${votesOf(votes, formats)}) is passed over: ${listHolders(who, roles, formats)} ${isOne(who) ? "is" : "are"} tied to the same employer or group (${shared}), and the limit is ${formats.number(cap)}.`,
  WITHDRAWN: ({ name, votes }, formats) =>
    `${name} (${votesOf(votes, formats)}) withdrew when the ballot could not be changed any more, and takes no seat.`,
  NOT_SEATED: ({ name, votes }, formats) =>
    `${name} (${votesOf(votes, formats)}) is not elected: every seat is filled.`,
  NOT_REACHED: ({ name, votes }, formats) => `${name} (${votesOf(votes, formats)}) waits for the tie to be decided.`,
  SEATS_LEFT_EMPTY: ({ seats }, { number }) =>
    `No candidate is left: ${seats === 1 ? "one seat stays" : `${number(seats)} seats stay`} empty.`,
  COMPLETE: ({ seats }, { number }) =>
    `${seats === 1 ? "The seat is filled" : `The ${number(seats)} seats are filled`}: the count is complete.`,
};
