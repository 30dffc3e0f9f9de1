// Checks a voting code in the worker; the code never leaves the browser. Behind a link the server is asked whose it is, with keys
// that were made from it and from the second code.
import type { Dispatch, MutableRefObject, SetStateAction } from "react";
import { useRef } from "react";
import type { BoothWorker } from "./booth-worker.client.ts";
import type { BoothEntry, LinkKeys, OpenBooth } from "./booth-election.ts";
import type { BoothEvent, CodeProblem } from "./booth-state.ts";
import { findEntryOfCode } from "./send-ballot.client.ts";
import type { CodeAnswer } from "./worker-messages.ts";

export interface CodeWish {
  /** The organisations for which the voter is voting; any of them may be meant. Nobody: whichever the code fits. */
  readonly wished: readonly string[];
  readonly isBrought: boolean;
  /** The second code of the same mail, where a link votes. */
  readonly second?: string | undefined;
  /** Another tab told it: what is wrong with it concerns nobody here. */
  readonly isHeard?: boolean;
}

export type CheckCode = (typed: string, wish: CodeWish) => Promise<void>;

export interface CodeCheckParts {
  readonly booth: OpenBooth;
  readonly worker: MutableRefObject<BoothWorker | undefined>;
  readonly dispatch: Dispatch<BoothEvent>;
  readonly setEntries: Dispatch<SetStateAction<readonly BoothEntry[]>>;
  /** By roll entry what the open door is shown. */
  readonly keys: MutableRefObject<Map<string, LinkKeys>>;
}

interface Finding {
  readonly answer: CodeAnswer;
  /** What is wrong, where it is not only that the code is nobody's. */
  readonly problem?: CodeProblem;
}

/** The same function for as long as the booth stands. */
export function useCodeCheck({ booth, worker, dispatch, setEntries, keys }: CodeCheckParts): CheckCode {
  const known = useRef(booth.entries);
  const check = useRef<CheckCode>();
  const { election, channel } = booth;

  async function ask(typed: string, typedSecond: string | undefined, entries: readonly BoothEntry[]) {
    const tags = entries.map(({ id, eligibilityTag }) => ({ id, eligibilityTag }));
    const { group, id: electionId } = election;
    const asked = { ask: "check-code", group, electionId, typed, typedSecond, entries: tags } as const;
    const answer = await worker.current?.ask(asked);
    if (answer === undefined) throw new Error("the worker of the booth is gone");
    return answer;
  }

  /** Among the entries that are known; behind a link, among those of the roll that both codes open. */
  async function find(typed: string, second: string | undefined): Promise<Finding> {
    const answer = await ask(typed, second, known.current);
    const { accessKey, secondKey } = answer;
    if (!answer.isWellFormed || channel.entryAddress === undefined) return { answer };
    if (secondKey === null) return { answer, problem: { kind: "second-malformed" } };
    const { entry, code } = await findEntryOfCode(channel.entryAddress, { accessKey, secondKey });
    if (code === "SECOND_CODE_DIFFERS") return { answer, problem: { kind: "second-differs" } };
    if (code === "CODE_MAIL_RETURNED") return { answer, problem: { kind: "mail-returned" } };
    // Security: the server's word is not enough; the tag must fit the code here too.
    const again = entry === null ? answer : await ask(typed, second, [entry]);
    if (entry === null || again.rollEntryId === null) return { answer: { ...answer, rollEntryId: null } };
    keys.current.set(entry.id, { accessKey, secondKey });
    known.current = [...known.current.filter(({ id }) => id !== entry.id), entry];
    setEntries(known.current);
    dispatch({ type: "entry-arrived", entryId: entry.id });
    return { answer: again };
  }

  check.current ??= async (typed, { wished, isBrought, isHeard = false, second }) => {
    if (typed.trim() === "") {
      dispatch({ type: "code-fails", problem: { kind: "empty" } });
      return;
    }
    if (!isHeard) dispatch({ type: "code-checking", isBrought });
    try {
      const { answer, problem } = await find(typed, second);
      const { isWellFormed, rollEntryId, code } = answer;
      if (problem !== undefined) {
        dispatch({ type: "code-fails", problem });
        return;
      }
      // Why a brought code decides the organisation: its mail was written for exactly one.
      if (rollEntryId !== null && (isBrought || isHeard || wished.length === 0 || wished.includes(rollEntryId))) {
        dispatch({ type: "code-fits", entryId: rollEntryId, code, isBrought });
      } else if (!isHeard) {
        dispatch({ type: "code-fails", problem: codeProblemOf(isWellFormed, rollEntryId) });
      }
    } catch {
      if (!isHeard) dispatch({ type: "code-fails", problem: { kind: "fault" } });
    }
  };
  return check.current;
}

function codeProblemOf(isWellFormed: boolean, rollEntryId: string | null): CodeProblem {
  if (!isWellFormed) return { kind: "malformed" };
  return rollEntryId === null ? { kind: "unknown" } : { kind: "other-organization", rollEntryId };
}
