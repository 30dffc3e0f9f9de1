// Slows down whoever tries too often. Counted in the database, so that several web servers count together.
// Source: ASVS 5.0 §6.3.1, §6.6.3.
import { createHash } from "node:crypto";
import { RateLimiterPrisma, RateLimiterRes } from "rate-limiter-flexible";
import type { Ground } from "./context.server.ts";

/** How much may be tried before waiting begins, and how the waiting grows. */
export interface Allowance {
  /** Distinguishes the counters of different acts. */
  readonly name: string;
  /** So many attempts go through without waiting. */
  readonly free: number;
  /** The first wait; it doubles with each further attempt. */
  readonly firstWaitSeconds: number;
  readonly longestWaitSeconds: number;
  /** Everything is forgotten after so long. */
  readonly memorySeconds: number;
}

/** Either go on, or try again after so many seconds. */
export type Admission =
  { readonly isAdmitted: true } | { readonly isAdmitted: false; readonly retryAfterSeconds: number };

/** Asks whether one more attempt may be made, and counts it. The key says who tries at what. */
export async function admitAttempt(ground: Ground, allowance: Allowance, key: string): Promise<Admission> {
  const { counter, gate } = limitersFor(ground, allowance);
  const name = hashKey(key);
  const closed = await gate.get(name);
  if (closed !== null && closed.consumedPoints > 0) return refusal(closed);
  const { consumedPoints } = await counter.penalty(name, 1);
  if (consumedPoints <= allowance.free) return { isAdmitted: true };
  // Why a gate of one point: of many attempts at the same moment, one goes through.
  try {
    await gate.consume(name, 1, { customDuration: waitSeconds(allowance, consumedPoints - allowance.free) });
    return { isAdmitted: true };
  } catch (error) {
    if (error instanceof RateLimiterRes) return refusal(error);
    throw error;
  }
}

/** Forgets the attempts, because one of them was right. */
export async function forgetAttempts(ground: Ground, allowance: Allowance, key: string): Promise<void> {
  const { counter, gate } = limitersFor(ground, allowance);
  await counter.delete(hashKey(key));
  await gate.delete(hashKey(key));
}

/** Takes back one attempt that was right, where the key stands for many people. */
export async function takeBackAttempt(ground: Ground, allowance: Allowance, key: string): Promise<void> {
  await limitersFor(ground, allowance).counter.reward(hashKey(key), 1);
}

/** The wait after the n-th attempt beyond the free ones. */
export function waitSeconds(allowance: Allowance, beyondFree: number): number {
  return Math.min(allowance.firstWaitSeconds * 2 ** Math.min(beyondFree - 1, 30), allowance.longestWaitSeconds);
}

interface Limiters {
  readonly counter: RateLimiterPrisma;
  readonly gate: RateLimiterPrisma;
}

const known = new WeakMap<object, Map<string, Limiters>>();

function limitersFor(ground: Ground, allowance: Allowance): Limiters {
  const ofDatabase = known.get(ground.database) ?? new Map<string, Limiters>();
  known.set(ground.database, ofDatabase);
  const existing = ofDatabase.get(allowance.name);
  if (existing) return existing;
  const base = {
    storeClient: ground.database,
    // Why: one limiter sweeps the expired rows of all.
    clearExpiredByTimeout: ofDatabase.size === 0,
  };
  const limiters: Limiters = {
    counter: new RateLimiterPrisma({
      ...base,
      keyPrefix: `${allowance.name}-count`,
      points: Number.MAX_SAFE_INTEGER,
      duration: allowance.memorySeconds,
    }),
    gate: new RateLimiterPrisma({
      ...base,
      clearExpiredByTimeout: false,
      keyPrefix: `${allowance.name}-gate`,
      points: 1,
      duration: allowance.longestWaitSeconds,
    }),
  };
  ofDatabase.set(allowance.name, limiters);
  return limiters;
}

function refusal(state: RateLimiterRes): Admission {
  return { isAdmitted: false, retryAfterSeconds: Math.max(1, Math.ceil(state.msBeforeNext / 1000)) };
}

// Privacy: what people typed and where they come from is not kept in clear.
function hashKey(key: string): string {
  return createHash("sha256").update(key).digest("base64url").slice(0, 22);
}
