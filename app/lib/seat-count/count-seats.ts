// The count itself: groups of equal votes from the top, each candidate seated, passed over with the reason, or not reached.
import { findBar, fitTogether } from "./caps.ts";
import type {
  Contender,
  CountLine,
  CountOutcome,
  ElectedSeat,
  OpenTie,
  SeatCountInput,
  TieDecision,
  TieReason,
} from "./types.ts";

interface Counting {
  readonly input: SeatCountInput;
  readonly seated: Contender[];
  readonly elected: ElectedSeat[];
  readonly lines: CountLine[];
  readonly ties: OpenTie[];
}

/** Fills the seats down the ranking. The order in which candidates are given changes nothing. */
export function countSeats(input: SeatCountInput): CountOutcome {
  requireCountable(input);
  const counting: Counting = { input, seated: [], elected: [], lines: rulesInLines(input), ties: [] };
  for (const group of groupsOfEqualVotes(input.candidates)) {
    if (counting.ties.length > 0) counting.lines.push(...group.map((one) => line("NOT_REACHED", one)));
    else seatGroup(counting, group);
  }
  if (counting.ties.length === 0) counting.lines.push(lastLine(counting));
  return { elected: counting.elected, lines: counting.lines, ties: counting.ties };
}

function lastLine({ input, elected }: Counting): CountLine {
  const empty = input.seats - elected.length;
  return empty > 0
    ? { code: "SEATS_LEFT_EMPTY", params: { seats: empty } }
    : { code: "COMPLETE", params: { seats: input.seats } };
}

function rulesInLines({ seats, candidates, capPerCitizenship, capPerEmployerGroup, ...input }: SeatCountInput) {
  const lines: CountLine[] = [{ code: "SEATS", params: { seats, candidates: candidates.length } }];
  if (capPerCitizenship !== null) lines.push({ code: "CAP_CITIZENSHIP", params: { cap: capPerCitizenship } });
  if (capPerEmployerGroup !== null) lines.push({ code: "CAP_EMPLOYER", params: { cap: capPerEmployerGroup } });
  if (capPerCitizenship !== null || capPerEmployerGroup !== null) {
    const staying = [...input.staying].sort((left, right) => compare(left.name, right.name));
    for (const { name, citizenships, employerGroup } of staying)
      lines.push({ code: "STAYS_IN_OFFICE", params: { name, citizenships: [...citizenships].sort(), employerGroup } });
  }
  if (input.blankVotes !== undefined) lines.push({ code: "BLANK", params: { votes: input.blankVotes } });
  return lines;
}

/** From the most votes to the fewest. */
function groupsOfEqualVotes(candidates: readonly Contender[]): Contender[][] {
  const groups = new Map<number, Contender[]>();
  for (const one of [...candidates].sort((left, right) => compare(left.id, right.id)))
    groups.set(one.votes, [...(groups.get(one.votes) ?? []), one]);
  return [...groups].sort(([left], [right]) => right - left).map(([, group]) => group);
}

function seatGroup(counting: Counting, group: readonly Contender[]): void {
  const { input, seated, lines } = counting;
  const free = group.filter((one) => one.isWithdrawn !== true && findBar(one, seated, input) === undefined);
  const reason = whyOrderMatters(counting, free);
  const [votes = 0] = group.map((one) => one.votes);
  const barred = group.filter((one) => !free.includes(one));
  if (reason === undefined) {
    const names = group.map(({ name }) => name);
    if (group.length > 1) lines.push({ code: "TIE_WITHOUT_EFFECT", params: { names, votes } });
    for (const one of [...barred, ...free]) seatOne(counting, one);
    return;
  }
  for (const one of barred) seatOne(counting, one);
  const decision = findDecision(input.tieDecisions ?? [], free);
  if (decision === undefined) {
    reportTie(counting, free, reason);
    lines.push(...free.map((one) => line("NOT_REACHED", one)));
    return;
  }
  const ordered = decision.order.flatMap((id) => free.filter((one) => one.id === id));
  const names = ordered.map(({ name }) => name);
  lines.push({ code: "TIE_DECIDED", params: { names, votes, method: decision.method } });
  for (const one of ordered) seatOne(counting, one);
}

/**
 * Why another order of these equals would end otherwise; undefined if every order ends alike.
 * Why so short: each of them, put first, would be seated. So all orders end alike only if all are seated in all of them, with the same term.
 */
function whyOrderMatters({ input, elected, seated }: Counting, free: readonly Contender[]): TieReason | undefined {
  const seatsLeft = input.seats - elected.length;
  if (seatsLeft === 0 || free.length < 2) return undefined;
  if (!fitTogether(free, seated, input)) return "cap";
  if (free.length > seatsLeft) return "seat";
  const terms = new Set(free.map((_, index) => termOf(input, elected.length + index)));
  return terms.size > 1 ? "term" : undefined;
}

/** A recorded decision about exactly these candidates. */
function findDecision(decisions: readonly TieDecision[], tied: readonly Contender[]): TieDecision | undefined {
  const ids = tied.map(({ id }) => id).sort(compare);
  return decisions.find(({ order }) => [...order].sort(compare).join("\n") === ids.join("\n"));
}

function reportTie({ input, elected, ties, lines }: Counting, tied: readonly Contender[], reason: TieReason): void {
  const seatsLeft = input.seats - elected.length;
  const votes = tied[0]?.votes ?? 0;
  const rule = input.tieRule;
  ties.push({ candidates: tied.map(({ id }) => id), votes, seatsLeft, reason, rule });
  lines.push({ code: "TIE_OPEN", params: { names: tied.map(({ name }) => name), votes, reason, rule, seatsLeft } });
}

function seatOne({ input, seated, elected, lines }: Counting, one: Contender): void {
  if (one.isWithdrawn === true) {
    lines.push(line("WITHDRAWN", one));
    return;
  }
  if (elected.length >= input.seats) {
    lines.push(line("NOT_SEATED", one));
    return;
  }
  const bar = findBar(one, seated, input);
  if (bar) {
    const { kind, ...because } = bar;
    const code = kind === "citizenship" ? "PASSED_OVER_CITIZENSHIP" : "PASSED_OVER_EMPLOYER";
    lines.push({ code, params: { id: one.id, name: one.name, votes: one.votes, ...because } });
    return;
  }
  const seat = { id: one.id, rank: elected.length + 1, termYears: termOf(input, elected.length) };
  seated.push(one);
  elected.push(seat);
  lines.push({ code: "ELECTED", params: { ...seat, name: one.name, votes: one.votes } });
}

function termOf({ termYearsByRank, termYears }: SeatCountInput, seatsFilled: number): number {
  return termYearsByRank?.[seatsFilled] ?? termYears;
}

function line(code: "WITHDRAWN" | "NOT_SEATED" | "NOT_REACHED", { id, name, votes }: Contender): CountLine {
  return { code, params: { id, name, votes } };
}

/** Votes that are no exact integers, or candidates that cannot be told apart, are a bug of the caller. */
function requireCountable({ seats, candidates, blankVotes = 0 }: SeatCountInput): void {
  for (const number of [seats, blankVotes, ...candidates.map(({ votes }) => votes)])
    if (!Number.isSafeInteger(number) || number < 0) throw new Error(`not a number of votes or seats: ${number}`);
  if (new Set(candidates.map(({ id }) => id)).size < candidates.length) throw new Error("two candidates share an id");
}

function compare(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
