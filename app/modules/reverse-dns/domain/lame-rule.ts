// What a check of a name server leads to: watching, notices, and its removal from that zone only. Source: policy manual chapter 6 (lame
// delegations): seven days of watching, notices every fifteen days for sixty days, to the other contacts too from the thirtieth on.
import type { ServerStatus } from "./server-status.ts";

const day = 86_400_000;
export const daysWatched = 7;
export const daysBetweenNotices = 15;
export const daysOfNotices = 60;
const daysUntilOthersAreTold = 30;
const daysBetweenGoodChecks = 7;
const daysBetweenBadChecks = 2;

/** What is known of a server of a zone between two checks. */
export interface ServerState {
  readonly status: ServerStatus;
  readonly statusAt: Date;
  readonly lastAuthoritativeAt: Date | null;
  readonly lameSince: Date | null;
  readonly firstNoticeAt: Date | null;
  readonly lastNoticeAt: Date | null;
  readonly removedAt: Date | null;
}

export type LameAct = "none" | "notice" | "notice-to-all" | "remove";

export interface LameDecision {
  readonly state: ServerState;
  readonly act: LameAct;
  readonly nextCheckAt: Date;
}

/** The state of a server that has just been asked, and what is to be done now. */
export function decideAfterCheck(before: ServerState, status: ServerStatus, now: Date): LameDecision {
  const asked = { ...before, status, statusAt: now };
  if (status === "AA") {
    const fresh = { lastAuthoritativeAt: now, lameSince: null, firstNoticeAt: null, lastNoticeAt: null };
    return { state: { ...asked, ...fresh }, act: "none", nextCheckAt: after(now, daysBetweenGoodChecks) };
  }
  const lameSince = before.lameSince ?? now;
  const lame = { ...asked, lameSince };
  const soon = after(now, daysBetweenBadChecks);
  const due = dueNow(lame, now);
  if (due === "remove") return { state: { ...lame, removedAt: now }, act: due, nextCheckAt: soon };
  const state = due === "none" ? lame : { ...lame, firstNoticeAt: lame.firstNoticeAt ?? now, lastNoticeAt: now };
  return { state, act: due, nextCheckAt: earlier(soon, nextDeadline(state, lameSince)) };
}

function dueNow({ lameSince, firstNoticeAt, lastNoticeAt }: ServerState, now: Date): LameAct {
  if (firstNoticeAt === null || lastNoticeAt === null)
    return lameSince !== null && now >= after(lameSince, daysWatched) ? "notice" : "none";
  if (now >= after(firstNoticeAt, daysOfNotices)) return "remove";
  if (now < after(lastNoticeAt, daysBetweenNotices)) return "none";
  return now >= after(firstNoticeAt, daysUntilOthersAreTold) ? "notice-to-all" : "notice";
}

/** When the next step falls due, so that no step waits for a check that comes later. */
function nextDeadline({ firstNoticeAt, lastNoticeAt }: ServerState, lameSince: Date): Date {
  if (firstNoticeAt === null || lastNoticeAt === null) return after(lameSince, daysWatched);
  return earlier(after(lastNoticeAt, daysBetweenNotices), after(firstNoticeAt, daysOfNotices));
}

/** The day on which a server that has been told of is taken out; null while nobody has been told. */
export function removalDueAt({ firstNoticeAt }: Pick<ServerState, "firstNoticeAt">): Date | null {
  return firstNoticeAt === null ? null : after(firstNoticeAt, daysOfNotices);
}

function after(instant: Date, days: number): Date {
  return new Date(instant.getTime() + days * day);
}

function earlier(left: Date, right: Date): Date {
  return left < right ? left : right;
}
