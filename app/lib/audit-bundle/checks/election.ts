// Check election: what the documents say of the election is what stands in the archive, contest by contest and name by name.
import { electionFingerprint, verifyTrustees } from "../../ballot-protocol/index.ts";
import type { ArchiveParts, ReadDocuments } from "../read-bundle.ts";
import { demand } from "../report.ts";

/** What the archive calls the answers to a question that is asked of everybody. */
const answersToQuestions = 3;

export function checkElection(documents: ReadDocuments, archive: ArchiveParts): string {
  const election = documents["election.json"];
  const { candidates } = documents["candidates.json"];
  const { election: archived } = archive;
  demand(election.id === archived.uuid, "ELECTION_DIFFERS", "another election's archive");
  demand(documents["manifest.json"].electionId === election.id, "ELECTION_DIFFERS", "the manifest names another one");
  demand(election.group === archived.group, "ELECTION_DIFFERS", "another group");
  const fingerprint = electionFingerprint(archive.electionPayload);
  demand(election.fingerprint === fingerprint, "ELECTION_DIFFERS", `the archive's fingerprint is ${fingerprint}`);
  demand(election.contests.length === archived.questions.length, "CONTESTS_DIFFER", "not as many contests");
  for (const [position, question] of archived.questions.entries()) {
    const contest = election.contests[position];
    demand(contest?.position === position, "CONTESTS_DIFFER", `contest ${position} stands elsewhere`);
    const isSame =
      contest.minChoices === question.min &&
      contest.maxChoices === question.max &&
      contest.allowsBlank === question.blank &&
      contest.title.es === question.question;
    demand(isSame, "CONTESTS_DIFFER", `contest ${position} is asked otherwise in the archive`);
    const names = candidates.filter((one) => one.contest === position);
    demand(
      names.every((one, index) => one.position === index),
      "CANDIDATES_DIFFER",
      `the candidates of contest ${position} are not in the order of the archive`,
    );
    const expected =
      contest.kind === "question"
        ? names.length === 0 && question.answers.length === answersToQuestions
        : sameNames(names, question.answers);
    demand(expected, "CANDIDATES_DIFFER", `the archive has other answers in contest ${position}`);
  }
  const known = election.contests.map(({ position }) => position);
  demand(
    candidates.every(({ contest }) => known.includes(contest)),
    "CANDIDATES_DIFFER",
    "a candidate of no contest",
  );
  const trustees = verifyTrustees(archived.group, archive.trusteesPayload);
  const seats = election.trustees.map(({ index }) => index);
  const isSameCount = trustees.ok && trustees.value.trusteeCount === seats.length;
  demand(
    isSameCount && seats.every((seat, at) => seat === at + 1),
    "TRUSTEES_DIFFER",
    "the archive has other trustees",
  );
  const threshold = thresholdOf(archive.trusteesPayload);
  demand(threshold === election.trusteeThreshold, "TRUSTEES_DIFFER", `in the archive ${threshold} of them are needed`);
  return `${election.contests.length} contests, ${candidates.length} candidates, fingerprint ${fingerprint}`;
}

/** How many trustees can open the sum, as the ceremony's parameters say. */
function thresholdOf(trusteesPayload: string): number {
  const [[, parameters] = []] = JSON.parse(trusteesPayload) as [string, { threshold?: number }][];
  return parameters?.threshold ?? 1;
}

function sameNames(candidates: readonly { readonly name: string }[], answers: readonly string[]): boolean {
  return candidates.length === answers.length && candidates.every(({ name }, index) => name === answers[index]);
}
