// How often somebody may try, and how the waiting grows. No counter belongs to a user ID alone before the password was right:
// whoever hammers one from elsewhere makes only themselves wait. Source: ASVS 5.0 §6.3.1, §6.6.3.
import type { Allowance } from "#app/platform/rate-limits.server.ts";

const quarterOfAnHour = 15 * 60;
const day = 24 * 60 * 60;

/** One network, whoever it tries to be. Generous, because a whole office may share an address. */
export const attemptsOfNetwork: Allowance = {
  name: "sign-in-network",
  free: 40,
  firstWaitSeconds: 5,
  longestWaitSeconds: quarterOfAnHour,
  memorySeconds: 60 * 60,
};

/** One network at one user ID. */
export const attemptsOfNetworkAtAccount: Allowance = {
  name: "sign-in-pair",
  free: 5,
  firstWaitSeconds: 15,
  longestWaitSeconds: quarterOfAnHour,
  memorySeconds: day,
};

/** A browser that this person signed in with before: nobody else's attempts count here. */
export const attemptsOfKnownDevice: Allowance = {
  name: "sign-in-device",
  free: 10,
  firstWaitSeconds: 15,
  longestWaitSeconds: quarterOfAnHour,
  memorySeconds: day,
};

/** The second factor, by network (or known browser) and account. Only a right code forgets it, never a right password. */
export const attemptsAtSecondFactor: Allowance = {
  name: "second-factor",
  free: 5,
  firstWaitSeconds: 30,
  longestWaitSeconds: quarterOfAnHour,
  memorySeconds: day,
};

/**
 * The second factor of one account, from wherever: many networks together guess no faster than one. The only counter of an
 * account alone; nobody reaches it without the right password, so nobody else can make its owner wait.
 */
export const attemptsAtSecondFactorOfAccount: Allowance = {
  name: "second-factor-account",
  free: 10,
  firstWaitSeconds: 30,
  longestWaitSeconds: quarterOfAnHour,
  memorySeconds: day,
};

/** Proofs asked of a session that is already signed in. */
export const attemptsOfSession: Allowance = {
  name: "step-up",
  free: 5,
  firstWaitSeconds: 15,
  longestWaitSeconds: quarterOfAnHour,
  memorySeconds: day,
};

/** Forgotten passwords, by network. */
export const resetsOfNetwork: Allowance = {
  name: "password-reset",
  free: 10,
  firstWaitSeconds: 60,
  longestWaitSeconds: 60 * 60,
  memorySeconds: day,
};
