// Checking before casting: the ballot is made and its tracker shown; only then does the voter say whether she casts it or has it opened.
// Why in this order: a page that encrypts something else cannot know beforehand which ballots will be opened (Benaloh 2006).
import type { MutableRefObject } from "react";
import { useState } from "react";
import { linkToSpoiling } from "../../links.ts";
import type { BoothWorker } from "./booth-worker.client.ts";
import type { BoothElection, LinkKeys } from "./booth-election.ts";
import type { BoothState } from "./booth-state.ts";
import { spoilBallot } from "./send-ballot.client.ts";
import type { OpeningAnswer, SealedBallot } from "./worker-messages.ts";

export type OpeningStage =
  | { readonly stage: "none" | "encrypting" | "opening" | "failed" }
  | { readonly stage: "ready"; readonly tracker: string }
  /** The file holds everything that another device needs to check the same. */
  | { readonly stage: "opened"; readonly holds: OpeningAnswer; readonly file: string };

export interface OpeningAtHand {
  /** Of several organisations the one whose ballot is checked. */
  readonly entryId: string;
  readonly choose: (entryId: string) => void;
  readonly now: OpeningStage;
  /** Makes the ballot that will be cast unless it is opened. */
  readonly prepare: () => void;
  /** Spoils the ballot and opens it. */
  readonly open: () => void;
}

export interface OpeningParts {
  readonly election: BoothElection;
  readonly state: BoothState;
  readonly worker: MutableRefObject<BoothWorker | undefined>;
  readonly sealed: MutableRefObject<Map<string, SealedBallot>>;
  readonly keys: MutableRefObject<Map<string, LinkKeys>>;
}

interface Known {
  readonly of: BoothState["choices"];
  readonly entryId: string;
  readonly now: OpeningStage;
}

/** Of several organisations the voter says whose ballot is checked: a page that cheats one of them cannot know which. */
export function useOpening({ election, state, worker, sealed, keys }: OpeningParts): OpeningAtHand {
  // Why the choices too: what was shown belongs to them, and changing one begins anew.
  const [known, setKnown] = useState<Known>({ of: state.choices, entryId: "", now: { stage: "none" } });
  const [wished, setWished] = useState("");
  const [first = ""] = state.marked;
  const entryId = state.marked.includes(wished) ? wished : first;
  const show = (now: OpeningStage) => setKnown({ of: state.choices, entryId, now });
  const { id: electionId, electionPayload } = election;

  async function prepare(): Promise<void> {
    const code = state.codes[entryId];
    if (worker.current === undefined || code === undefined) throw new Error("the booth has no worker or no code");
    const chosen = state.choices.map((choices) => choices.chosen);
    const keepsOpening = true;
    const made = await worker.current.ask({ ask: "encrypt", electionId, electionPayload, code, chosen, keepsOpening });
    sealed.current.set(entryId, made);
    show({ stage: "ready", tracker: made.tracker });
  }

  async function open(): Promise<void> {
    const made = sealed.current.get(entryId);
    if (worker.current === undefined || made?.opening === undefined) throw new Error("there is no ballot to open");
    // Security: from here on nothing casts this ballot, neither this page nor whoever gets the file.
    sealed.current.delete(entryId);
    await spoilBallot(linkToSpoiling(electionId), made.tracker, keys.current.get(entryId));
    const { ballot, opening } = made;
    const holds = await worker.current.ask({ ask: "open", electionPayload, ballot, opening });
    show({ stage: "opened", holds, file: JSON.stringify({ election: electionId, ballot, opening }, undefined, 2) });
  }

  const during = (stage: "encrypting" | "opening", work: () => Promise<void>) => () => {
    show({ stage });
    work().catch(() => show({ stage: "failed" }));
  };
  return {
    entryId,
    choose: setWished,
    now: known.of === state.choices && known.entryId === entryId ? known.now : { stage: "none" },
    prepare: during("encrypting", prepare),
    open: during("opening", open),
  };
}
