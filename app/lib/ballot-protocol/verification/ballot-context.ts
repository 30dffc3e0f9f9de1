// What all ballots of an election are checked against, and a ballot as its checks see it.
import { hashBase64 } from "../primitives/transcript.ts";
import { ok, type Result } from "../../result/index.ts";
import { refuseWith, type BallotFaultCode, type ProtocolRefusal } from "../errors.ts";
import type { FixedBase, PublicArithmetic, VerificationBackend } from "../primitives/group.ts";
import type { WrittenBallot } from "../v1/ballot-format.ts";
import { parseElection, type ElectionDefinition } from "../v1/election.ts";
import type { Proof } from "../v1/proofs/knowledge.ts";
import type { WrittenCiphertext } from "../v1/proofs/statements.ts";
import type { HomomorphicQuestion } from "../v1/question.ts";

/** An election ready for checking ballots. */
export interface BallotContext<Element> {
  readonly arithmetic: PublicArithmetic<Element>;
  readonly election: ElectionDefinition;
  readonly fingerprint: string; // φ
  readonly key: FixedBase<Element>; // y
}

/** An answer whose ciphertexts are known to be members of the group. */
export interface MemberAnswer<Element> {
  readonly question: HomomorphicQuestion;
  readonly choices: readonly WrittenCiphertext<Element>[];
  readonly blank: WrittenCiphertext<Element> | undefined;
  readonly sum: WrittenCiphertext<Element>;
  readonly individualProofs: readonly (readonly Proof[])[];
  readonly overallProof: readonly Proof[];
  readonly blankProof: readonly Proof[] | undefined;
}

/** A ballot whose elements are all members of the group. */
export interface MemberBallot<Element> {
  readonly written: WrittenBallot;
  readonly credential: Element;
  readonly answers: readonly MemberAnswer<Element>[];
}

/** What a check of one ballot finds: nothing, or a code and where in the ballot. */
export type BallotFinding = { readonly code: BallotFaultCode; readonly detail: string } | undefined;

type PreparedContext = Result<BallotContext<unknown>, ProtocolRefusal>;
const latest = new WeakMap<VerificationBackend, { readonly payload: string; readonly context: PreparedContext }>();

/** Makes the context of an election. The latest one of each back end is kept: its tables cost more than a ballot. */
export function prepareBallotContext(electionPayload: string, backend: VerificationBackend): PreparedContext {
  const known = latest.get(backend);
  if (known?.payload === electionPayload) return known.context;
  const context = makeContext(electionPayload, backend);
  latest.set(backend, { payload: electionPayload, context });
  return context;
}

function makeContext(electionPayload: string, backend: VerificationBackend): PreparedContext {
  const election = parseElection(electionPayload);
  if (!election.ok) return election;
  const arithmetic = backend.arithmeticOf(election.value.group);
  const key = arithmetic.parseMember(election.value.publicKey);
  if (key === undefined) return refuseWith("ELECTION_KEY_MISMATCH");
  const prepared = arithmetic.prepareBase(key);
  return ok({ arithmetic, election: election.value, fingerprint: hashBase64(electionPayload), key: prepared });
}
