// Erases personal data when its time is over, each module by its own command; what each period is, docs/personal-data.md says.
// Source: CM/Rec(2017)5 no. 20: only the personal data that is needed, and only as long as it is.
import { z } from "zod";
import { eraseExpired } from "#app/modules/accounts/index.server.ts";
import { findStages } from "#app/modules/calendars/index.server.ts";
import { eraseRecipients } from "#app/modules/campaigns/index.server.ts";
import { eraseUnpublishedFiles } from "#app/modules/candidacies/index.server.ts";
import { findCertificate } from "#app/modules/certificates/index.server.ts";
import { eraseClaimOriginals } from "#app/modules/claims/index.server.ts";
import type { ElectionInTime } from "#app/modules/elections/index.server.ts";
import { eraseRollContacts, listElectionsInTime } from "#app/modules/elections/index.server.ts";
import { eraseOldMails } from "#app/modules/notifications/index.server.ts";
import type { Context, Ground } from "#app/platform/context.server.ts";
import { withActor } from "#app/platform/context.server.ts";
import { readNamedSetting } from "#app/platform/named-settings.server.ts";

const days = z.number().int().min(1).max(3_650);

/** Days. Changed with the setting "retention-days", a JSON object with some of these names. */
export const retentionDays = z.object({
  /** Addresses in mails that have ended. */
  mails: days.default(180),
  /** Sessions, password resets and used codes after their end. */
  sessions: days.default(30),
  /** The people of a roll, after the official result. */
  roll: days.default(90),
  /** Files of candidacies that never stood, after the official result. */
  candidacies: days.default(90),
  /** What members wrote in claims, after the official result. */
  claims: days.default(365),
  /** From the last day of an election that nobody sealed, closed or made official; then all of the above goes at once. */
  abandoned: days.default(365),
});

export type Erased = Readonly<Record<Exclude<keyof z.infer<typeof retentionDays>, "abandoned"> | "recipients", number>>;

/** Erases what is due now; gives how much of each. Safe to run at any time and twice at once. */
export async function erasePersonalDataDue(ground: Ground): Promise<Erased> {
  const context = withActor(ground, { kind: "system", name: "retention" });
  const periods = retentionDays.parse(JSON.parse(await readNamedSetting(context, "retention-days", "{}")));
  const now = ground.clock.now();
  const before = (period: number) => new Date(now.getTime() - period * 86_400_000);
  const erased = {
    mails: await eraseOldMails(context, { before: before(periods.mails) }),
    sessions: await eraseExpired(context, { before: before(periods.sessions) }),
    roll: 0,
    candidacies: 0,
    claims: 0,
    recipients: 0,
  };
  for (const election of await listElectionsInTime(context)) {
    const { since, isAbandoned } = await overSince(context, election);
    const wish = { electionId: election.electionId };
    const isDue = (period: number) => since <= before(isAbandoned ? Math.max(periods.abandoned, period) : period);
    if (isDue(periods.roll)) {
      erased.roll += await eraseRollContacts(context, wish);
      erased.recipients += await eraseRecipients(context, wish);
    }
    if (isDue(periods.candidacies)) erased.candidacies += await eraseUnpublishedFiles(context, wish);
    if (isDue(periods.claims)) erased.claims += await eraseClaimOriginals(context, { ...wish, isAbandoned });
  }
  return erased;
}

interface Over {
  readonly since: Date;
  /** Nobody brought it to its end: what it holds must not stay for ever because of that. */
  readonly isAbandoned: boolean;
}

/**
 * The official result; without one the close, unless the calendar still promises an official result. An election that was never sealed or
 * closed, or never became official as promised, counts from the last day of its calendar, its closing or its creation.
 */
async function overSince(
  context: Context,
  { electionId, closedAt, cancelledAt, lastDay }: ElectionInTime,
): Promise<Over> {
  // Why at once: nobody expects anything more of it.
  if (cancelledAt !== null) return { since: cancelledAt, isAbandoned: false };
  const officialAt = (await findCertificate(context, electionId))?.officialAt ?? null;
  if (officialAt !== null) return { since: new Date(officialAt), isAbandoned: false };
  const stages = await findStages(context, electionId);
  const isPromised = stages.some(({ kind }) => kind === "official-result");
  if (closedAt !== null && !isPromised) return { since: closedAt, isAbandoned: false };
  const ends = stages.map(({ opensAt, closesAt }) => (closesAt ?? opensAt).getTime());
  return { since: new Date(Math.max(lastDay.getTime(), closedAt?.getTime() ?? 0, ...ends)), isAbandoned: true };
}
