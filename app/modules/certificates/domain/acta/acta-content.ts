// What the acta says, part by part, out of the documents of a bundle and nothing else: the same bundle gives the same acta for ever.
import { disputeBounds, filesByPath, readArchiveParts, readDocuments, readZip } from "#app/lib/audit-bundle/index.ts";
import type { ArchiveParts, ContestCount, ReadDocuments } from "#app/lib/audit-bundle/index.ts";
import { sentenceOf } from "#app/lib/seat-count/index.ts";
import { formatsIn } from "#app/platform/language/formats.ts";
import type { Language } from "#app/platform/language/languages.ts";
import { tieLines } from "./tie-lines.ts";
import type { ActaWords } from "./words.ts";
import { actaWords } from "./words.ts";

export type ActaPart =
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "text"; readonly text: string; readonly isStrong?: boolean }
  | { readonly kind: "facts"; readonly facts: readonly (readonly [term: string, value: string])[] }
  | { readonly kind: "table"; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: "list"; readonly lines: readonly string[] };

export interface Acta {
  readonly language: Language;
  readonly title: string;
  readonly subtitle: string;
  readonly pageWord: string;
  /** The instant of what it reports, not of its making. */
  readonly at: Date;
  readonly parts: readonly ActaPart[];
}

/** Reads a bundle; undefined when it is none. Whether it is true is for `election audit` to say. */
export function actaOf(bundle: Uint8Array, language: Language): Acta | undefined {
  const zip = readZip(bundle);
  if (!zip.ok) return undefined;
  const files = filesByPath(zip.value);
  try {
    return contentOf(readDocuments(files), readArchiveParts(files), language);
  } catch {
    return undefined;
  }
}

function contentOf(documents: ReadDocuments, archive: ArchiveParts, language: Language): Acta {
  const words = actaWords[language];
  const election = documents["election.json"];
  const proclamation = documents["proclamation.json"];
  return {
    language,
    title: `${words.title}: ${election.title[language]}`,
    subtitle: proclamation === undefined ? words.interim : words.official,
    pageWord: words.page,
    at: new Date(proclamation?.proclaimedAt ?? election.resultAt),
    parts: [
      ...(election.isTest ? [{ kind: "text", text: words.test, isStrong: true } as const] : []),
      ...factsPart(documents, words, language),
      ...resultPart(documents, words, language),
      ...decisionsPart(documents, words, language),
      ...disputesPart(documents, archive, words, language),
      ...signaturesParts(documents, words, language),
      ...proofPart(documents, words, archive.lastEvent),
    ],
  };
}

function factsPart(documents: ReadDocuments, words: ActaWords, language: Language): ActaPart[] {
  const { moment, number, percent } = formatsIn(language);
  const election = documents["election.json"];
  const { turnout } = documents["count.json"];
  const proclamation = documents["proclamation.json"];
  const at = (instant: string) => moment(new Date(instant));
  const ratio = (part: number, whole: number) =>
    `${number(part)} ${words.of} ${number(whole)} (${percent(whole === 0 ? 0 : part / whole)})`;
  const proclaimed: [string, string][] =
    proclamation === undefined
      ? []
      : [
          [
            words.proclaimed,
            `${at(proclamation.proclaimedAt)}, ${words.by} ${proclamation.proposedBy}, ${proclamation.approvedBy}`,
          ],
        ];
  return [
    { kind: "heading", text: words.facts },
    {
      kind: "facts",
      facts: [
        [words.identifier, election.id],
        [words.rollOn, election.rollDate],
        [words.rollRoot, documents["roll.json"].root],
        [words.voting, `${at(election.opensAt)} – ${at(election.closesAt)}`],
        [words.closed, at(election.closedAt)],
        [words.opened, at(election.resultAt)],
        ...proclaimed,
      ],
    },
    { kind: "heading", text: words.turnout },
    {
      kind: "facts",
      facts: [
        [words.organizations, ratio(turnout.countedBallots, turnout.entitledEntries)],
        [words.votes, ratio(turnout.countedVotes, turnout.entitledVotes)],
      ],
    },
  ];
}

function resultPart(documents: ReadDocuments, words: ActaWords, language: Language): ActaPart[] {
  const formats = formatsIn(language);
  return documents["count.json"].contests.flatMap((count): ActaPart[] => {
    const contest = documents["election.json"].contests[count.position];
    const reasoning: ActaPart[] =
      count.lines.length === 0
        ? []
        : [
            { kind: "heading", text: words.reasoning },
            { kind: "list", lines: count.lines.map((line) => sentenceOf(line, language, formats)) },
          ];
    return [
      { kind: "heading", text: `${words.result}: ${contest?.title[language] ?? ""}` },
      {
        kind: "table",
        head: [words.candidate, words.votes, words.share],
        rows: rowsOf(count, documents, words, language),
      },
      ...reasoning,
    ];
  });
}

function rowsOf(count: ContestCount, documents: ReadDocuments, words: ActaWords, language: Language): string[][] {
  const { number, percent } = formatsIn(language);
  const isQuestion = documents["election.json"].contests[count.position]?.kind === "question";
  const standing = documents["candidates.json"].candidates.filter((one) => one.contest === count.position);
  const total = count.votes.reduce((sum, votes) => sum + votes, count.blank ?? 0);
  const row = (name: string, votes: number) => [name, number(votes), percent(total === 0 ? 0 : votes / total)];
  const named = count.votes.map((votes, position) => ({
    name: isQuestion ? (words.answers[position] ?? "") : (standing[position]?.name ?? ""),
    votes,
    position,
  }));
  const ranked = isQuestion
    ? named
    : [...named].sort((left, right) => right.votes - left.votes || left.position - right.position);
  return [
    ...ranked.map(({ name, votes }) => row(name, votes)),
    ...(count.blank === null ? [] : [row(words.abstention, count.blank)]),
    row(words.total, total),
  ];
}

function decisionsPart(documents: ReadDocuments, words: ActaWords, language: Language): ActaPart[] {
  const { claims } = documents["decisions.json"];
  const { changes } = documents["roll-changes.json"];
  const claimLines = claims.map(({ number, state, reasons }) =>
    `${words.claim} ${number}: ${words.states[state] ?? state}. ${reasons ?? ""}`.trim(),
  );
  const ties = tieLines(documents, words, language);
  const changeLines = changes.map(
    ({ handle, kind, reason, proposedBy, approvedBy }) =>
      `${handle} (${kind}): ${reason} (${proposedBy}, ${approvedBy})`,
  );
  return [
    ...(ties.length === 0 ? [] : listPart(words.ties, ties, "")),
    { kind: "heading", text: words.claims },
    { kind: "text", text: claims.length === 0 ? words.noClaims : countByState(claims, words) },
    ...(claims.length === 0 ? [] : [{ kind: "list", lines: claimLines } as const]),
    ...listPart(words.changes, changeLines, words.noChanges),
  ];
}

/** "3: upheld 1, rejected 2" */
function countByState(claims: readonly { readonly state: string }[], words: ActaWords): string {
  const states = [...new Set(claims.map(({ state }) => state))].sort();
  const counts = states.map(
    (state) => `${words.states[state] ?? state} ${claims.filter((one) => one.state === state).length}`,
  );
  return `${claims.length}: ${counts.join(", ")}`;
}

/** What was disputed, what two people decided, and whether all of it together could have changed who is elected. */
function disputesPart(
  documents: ReadDocuments,
  archive: ArchiveParts,
  words: ActaWords,
  language: Language,
): ActaPart[] {
  const { number } = formatsIn(language);
  const lines = documents["decisions.json"].disputes.map(
    ({ kind, label, state, reasons, decidedBy }) =>
      `${words[kind]} ${label}: ${words.disputeStates[state]}. ${reasons} (${decidedBy.join(", ")})`,
  );
  const bounds = disputeBounds(documents, archive).map(({ position, swing, margin, couldChange }): ActaPart => {
    const sentence = margin === null ? words.nobodyElse : couldChange ? words.couldChange : words.couldNotChange;
    const facts = {
      contest: documents["election.json"].contests[position]?.title[language] ?? "",
      swing: number(swing),
      margin: number(margin ?? 0),
    };
    const text = sentence.replace(/\{(contest|swing|margin)\}/g, (_, name: keyof typeof facts) => facts[name]);
    return { kind: "text", text };
  });
  return [...listPart(words.disputes, lines, words.noDisputes), ...bounds];
}

function listPart(heading: string, lines: readonly string[], none: string): ActaPart[] {
  return [
    { kind: "heading", text: heading },
    lines.length === 0 ? { kind: "text", text: none } : { kind: "list", lines },
  ];
}

function signaturesParts(documents: ReadDocuments, words: ActaWords, language: Language): ActaPart[] {
  const { moment } = formatsIn(language);
  const onRoll = documents["roll-signatures.json"].signatures.map(
    ({ name, signedAt }) => `${name}, ${moment(new Date(signedAt))}`,
  );
  const { statements, absences } = documents["conformity.json"];
  const lines = documents["election.json"].trustees.map(({ index, name }) => {
    const word = statements.find(({ trustee }) => trustee === index);
    const absence = absences.find(({ trustee }) => trustee === index);
    if (word !== undefined)
      return `${name}: ${words[word.answer]}, ${moment(new Date(word.signedAt))}. ${word.reasons}`.trim();
    if (absence === undefined) return `${name}: ${words.silent}`;
    return `${name}: ${words.absent}. ${absence.reasons} (${absence.enteredBy}, ${absence.approvedBy})`;
  });
  return [...listPart(words.rollSigned, onRoll, words.rollNotSigned), ...listPart(words.conformity, lines, "")];
}

function proofPart(documents: ReadDocuments, words: ActaWords, lastEvent: string): ActaPart[] {
  const { key, checkpoint, witnesses } = documents["log.json"];
  const later = documents["later-log.json"];
  const isOfficial = documents["proclamation.json"] !== undefined;
  const covering: [string, string][] = isOfficial
    ? [[words.laterCheckpoint, later === undefined ? words.notAnchored : checkpointLine(later.checkpoint)]]
    : [];
  const names = (later?.witnesses ?? witnesses).map((vkey) => vkey.split("+")[0] ?? "");
  return [
    { kind: "heading", text: words.proof },
    {
      kind: "facts",
      facts: [
        [words.fingerprint, documents["election.json"].fingerprint],
        [words.lastEvent, lastEvent],
        [words.checkpoint, checkpointLine(checkpoint)],
        ...covering,
        [words.witnesses, names.length === 0 ? words.noWitnesses : names.join(", ")],
        [words.logKey, key],
        [words.evidence, documents["manifest.json"].evidence],
      ],
    },
    { kind: "text", text: words.verify },
  ];
}

/** Origin, size and root of a signed checkpoint. */
function checkpointLine(note: string): string {
  return note.split("\n").slice(0, 3).join(" ");
}
