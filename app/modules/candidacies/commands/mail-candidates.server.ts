// The mails of candidacies: to who was proposed, to whom support is asked, and to the candidate about what was decided.
import { getAccount } from "#app/modules/accounts/index.server.ts";
import type { Account } from "#app/modules/accounts/index.server.ts";
import { sendMail } from "#app/modules/notifications/index.server.ts";
import type { ContextWithin } from "#app/platform/context.server.ts";
import type { Language } from "#app/platform/language/languages.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import type { CallContest } from "../domain/call-contest.ts";
import type { Candidacy } from "../domain/candidacy.ts";
import {
  linkToAnswerQuestions,
  linkToCandidateQuestions,
  linkToEndorse,
  linkToMyCandidacies,
  linkToMyCandidacy,
} from "../links.ts";

interface Addressee {
  readonly name: string;
  readonly email: string;
  readonly language: Language;
}

interface Letter {
  readonly template: string;
  readonly candidacyId: string;
  readonly link: string;
  /** What makes it this mail and no other. */
  readonly key: string;
  readonly properties: Readonly<Record<string, string | number | null>>;
}

async function mail(within: ContextWithin, to: Addressee, letter: Letter): Promise<void> {
  await sendMail(within, {
    template: `candidacies/${letter.template}`,
    to: { address: to.email, name: to.name, language: to.language },
    properties: { ...letter.properties, link: `${within.settings.baseUrl}${letter.link}` },
    deduplication: `candidacies/${letter.template}/${letter.key}`,
    subject: { type: "candidacy", id: letter.candidacyId },
  });
}

/** Asks the person who was proposed whether to accept. */
export async function mailNominee(
  within: ContextWithin,
  wish: {
    readonly candidacyId: string;
    readonly person: Account;
    readonly contest: CallContest;
    readonly nominatedBy: string;
  },
): Promise<void> {
  const { candidacyId, person, contest, nominatedBy } = wish;
  await mail(within, person, {
    template: "nominated",
    candidacyId,
    link: linkToMyCandidacy(candidacyId),
    key: candidacyId,
    properties: {
      contestTitle: inLanguage(contest.title, person.language),
      nominatedBy,
      userId: person.userId,
      hasPassword: person.hasPassword ? "yes" : "no",
    },
  });
}

/** Tells the nominator what the person answered. */
export async function mailNominator(
  within: ContextWithin,
  { candidacy, contest, accepts }: { candidacy: Candidacy; contest: CallContest; accepts: boolean },
): Promise<void> {
  const to = await getAccount(within, candidacy.nominatorAccountId);
  await mail(within, to, {
    template: "nomination-answered",
    candidacyId: candidacy.id,
    link: linkToMyCandidacies(),
    key: candidacy.id,
    properties: {
      contestTitle: inLanguage(contest.title, to.language),
      candidateName: candidacy.name,
      answer: accepts ? "accepted" : "declined",
    },
  });
}

/** Asks the membership contact of an organisation for its support. */
export async function mailSupporter(
  within: ContextWithin,
  wish: {
    readonly candidacy: Candidacy;
    readonly contest: CallContest;
    readonly to: Addressee;
    readonly organization: { readonly id: string; readonly name: string };
  },
): Promise<void> {
  const { candidacy, contest, to, organization } = wish;
  await mail(within, to, {
    template: "endorsement-asked",
    candidacyId: candidacy.id,
    link: linkToEndorse(candidacy.id),
    key: `${candidacy.id}/${organization.id}`,
    properties: {
      contestTitle: inLanguage(contest.title, to.language),
      candidateName: candidacy.name,
      organizationName: organization.name,
    },
  });
}

/** Tells the candidate that an organisation supports the candidacy. */
export async function mailSupported(
  within: ContextWithin,
  wish: {
    readonly candidacy: Candidacy;
    readonly organization: { readonly id: string; readonly name: string };
    readonly given: number;
    readonly needed: number;
  },
): Promise<void> {
  const { candidacy, organization, given, needed } = wish;
  await mail(within, await getAccount(within, candidacy.accountId), {
    template: "endorsed",
    candidacyId: candidacy.id,
    link: linkToMyCandidacy(candidacy.id),
    key: `${candidacy.id}/${organization.id}`,
    properties: { organizationName: organization.name, given, needed },
  });
}

/** Tells the candidate what the commission decided, with its reasons. */
export async function mailDecision(
  within: ContextWithin,
  wish: {
    readonly candidacy: Candidacy;
    readonly contest: CallContest;
    readonly decisionId: string;
    readonly kind: "admit" | "reject" | "correct" | "edit";
    readonly reasons: string;
    readonly correctUntil: Date | null;
  },
): Promise<void> {
  const { candidacy, contest, decisionId, kind, reasons, correctUntil } = wish;
  const to = await getAccount(within, candidacy.accountId);
  await mail(within, to, {
    template: "candidacy-decided",
    candidacyId: candidacy.id,
    link: linkToMyCandidacy(candidacy.id),
    key: decisionId,
    properties: {
      contestTitle: inLanguage(contest.title, to.language),
      kind,
      reasons,
      correctUntil: correctUntil?.toISOString() ?? null,
    },
  });
}

/** Tells the asker what became of the question. */
export async function mailAsker(
  within: ContextWithin,
  question: {
    readonly id: string;
    readonly electionId: string;
    readonly accountId: string;
    readonly isPublished: boolean;
    readonly reason: string;
  },
): Promise<void> {
  await mail(within, await getAccount(within, question.accountId), {
    template: "question-moderated",
    candidacyId: question.id,
    link: linkToCandidateQuestions(question.electionId),
    key: question.id,
    properties: { outcome: question.isPublished ? "published" : "refused", reason: question.reason },
  });
}

/** Tells a candidate that there is a new question to all of them. */
export async function mailQuestion(
  within: ContextWithin,
  { questionId, candidacy, text }: { questionId: string; candidacy: Candidacy; text: string },
): Promise<void> {
  await mail(within, await getAccount(within, candidacy.accountId), {
    template: "question-to-answer",
    candidacyId: candidacy.id,
    link: linkToAnswerQuestions(candidacy.id),
    key: `${questionId}/${candidacy.id}`,
    properties: { text },
  });
}
