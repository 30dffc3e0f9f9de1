// Casts the ballots of the list: encrypts and sends one of its own for every organisation, in a random order, with pauses in between.
import type { Dispatch, MutableRefObject } from "react";
import { useEffect, useRef } from "react";
import { systemClock } from "#app/platform/clock.ts";
import type { BoothWorker } from "./booth-worker.client.ts";
import type { LinkKeys, OpenBooth } from "./booth-election.ts";
import type { BoothEvent, BoothState, CastProblem } from "./booth-state.ts";
import type { SendOutcome } from "./cast-answer.ts";
import { drawPause, hasTimeToPause, isPauseOver } from "./cast-pauses.ts";
import { sendBallot } from "./send-ballot.client.ts";
import { browserRandomNumber, shuffledIndexes } from "./shuffle.ts";
import { feelPulse } from "./use-pulse.ts";
import { forgetBroughtCode } from "./voting-code.client.ts";
import type { SealedBallot } from "./worker-messages.ts";

export interface Casting {
  readonly booth: OpenBooth;
  readonly state: BoothState;
  readonly worker: MutableRefObject<BoothWorker | undefined>;
  readonly sealed: MutableRefObject<Map<string, SealedBallot>>;
  readonly keys: MutableRefObject<Map<string, LinkKeys>>;
  readonly dispatch: Dispatch<BoothEvent>;
}

/** A failure of one stops no other; a page that is left casts nothing more. */
export function useCast(casting: Casting): { readonly cast: () => Promise<void>; readonly hurry: () => void } {
  const { booth, state, dispatch } = casting;
  const isCasting = useRef(false);
  const pauses = usePauses(booth);

  async function castOneByOne(entryIds: readonly string[]): Promise<void> {
    let last: number | undefined;
    for (const entryId of entryIds) {
      if (last !== undefined) {
        dispatch({ type: "cast-pausing", isPausing: true });
        await pauses.rest(last);
        dispatch({ type: "cast-pausing", isPausing: false });
      }
      if (pauses.isGone()) return;
      const code = state.codes[entryId];
      if (code !== undefined) last = (await castFor(casting, entryId, code)) ?? last;
    }
    dispatch({ type: "cast-ended" });
  }

  async function cast(): Promise<void> {
    // Why the flag: a second press before the page is drawn again must not cast a second ballot.
    if (isCasting.current) return;
    isCasting.current = true;
    if (state.step === "review") pauses.begin();
    const accepted = new Set(
      state.casts.filter(({ progress }) => progress === "accepted").map(({ entryId }) => entryId),
    );
    dispatch({ type: "casting" });
    const open = state.marked.filter((entryId) => !accepted.has(entryId));
    // Privacy: the order of the list is the order of the roll, and would be the same every time.
    const order = shuffledIndexes(open.length, browserRandomNumber);
    await castOneByOne(order.flatMap((index) => open[index] ?? []));
    isCasting.current = false;
  }

  return { cast, hurry: pauses.hurry };
}

/** Answers at which place of the box the ballot stands; undefined when it is not there. */
async function castFor(casting: Casting, entryId: string, code: string): Promise<number | undefined> {
  const { booth, state, worker, sealed, keys, dispatch } = casting;
  const { id: electionId, electionPayload } = booth.election;
  try {
    if (!sealed.current.has(entryId)) {
      dispatch({ type: "cast-progress", entryId, progress: "encrypting" });
      const chosen = state.choices.map((choices) => choices.chosen);
      const made = await worker.current?.ask({ ask: "encrypt", electionId, electionPayload, code, chosen });
      if (made === undefined) throw new Error("the worker of the booth is gone");
      sealed.current.set(entryId, made);
    }
    const ballot = sealed.current.get(entryId);
    if (ballot === undefined) throw new Error("the ballot is gone");
    dispatch({ type: "cast-progress", entryId, progress: "sending" });
    return settle(casting, entryId, await sendBallot(booth.channel, entryId, ballot, keys.current.get(entryId)));
  } catch {
    dispatch({ type: "cast-failed", entryId, problem: { kind: "fault" } });
    return undefined;
  }
}

function settle({ sealed, keys, dispatch }: Casting, entryId: string, outcome: SendOutcome): number | undefined {
  if (outcome.outcome !== "accepted") {
    dispatch({ type: "cast-failed", entryId, problem: problemOf(outcome) });
    return undefined;
  }
  sealed.current.delete(entryId);
  keys.current.delete(entryId);
  forgetBroughtCode();
  dispatch({ type: "cast-accepted", entryId, receipt: outcome });
  return outcome.position;
}

function problemOf(outcome: Exclude<SendOutcome, { outcome: "accepted" }>): CastProblem {
  return outcome.outcome === "refused" ? { kind: "refused", code: outcome.code } : { kind: outcome.outcome };
}

interface Pauses {
  /** Whoever was in a hurry once need not be the next time. */
  readonly begin: () => void;
  /** Waits as long as a drawn pause lasts, unless the voter hurries, the close is near or nobody answers. */
  readonly rest: (lastPosition: number) => Promise<void>;
  readonly hurry: () => void;
  /** The page was left. */
  readonly isGone: () => boolean;
}

const askingEveryMs = 5000;

function usePauses({ election, channel }: OpenBooth): Pauses {
  const isHurrying = useRef(false);
  const isGone = useRef(false);
  const waitedMs = useRef(0);
  const wake = useRef<() => void>();
  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
      wake.current?.();
    };
  }, []);

  function sleep(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      wake.current = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async function rest(lastPosition: number): Promise<void> {
    const first = await feelPulse(channel.ballotsAddress);
    // Why not without an answer: a server that is slow now may be gone in three minutes.
    if (first?.now === undefined || first.phase !== "open") return;
    const left = new Date(election.closesAt).getTime() - new Date(first.now).getTime();
    if (!hasTimeToPause({ left, waitedMs: waitedMs.current })) return;
    const [pause, beganAt] = [drawPause(browserRandomNumber), systemClock.now().getTime()];
    let ballots = first.ballots;
    for (;;) {
      const waited = systemClock.now().getTime() - beganAt;
      const others = ballots === undefined ? undefined : ballots - lastPosition;
      if (isHurrying.current || isGone.current || isPauseOver(pause, waited, others)) {
        waitedMs.current += waited;
        return;
      }
      await sleep(Math.min(askingEveryMs, pause.longestMs - waited));
      if (!isHurrying.current && !isGone.current) ballots = (await feelPulse(channel.ballotsAddress))?.ballots;
    }
  }

  return {
    begin: () => {
      isHurrying.current = false;
    },
    rest,
    hurry: () => {
      isHurrying.current = true;
      wake.current?.();
    },
    isGone: () => isGone.current,
  };
}
