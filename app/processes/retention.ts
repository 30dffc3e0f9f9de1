// Erases personal data when its time is over, each module by its own command; what each period is, docs/personal-data.md says.
// Source: CM/Rec(2017)5 no. 20: only the personal data that is needed, and only as long as it is.
import { z } from "zod";
import { eraseExpired } from "#app/modules/accounts/index.server.ts";
import { findStages } from "#app/modules/calendars/index.server.ts";
import { eraseRecipients } from "#app/modules/campaigns/index.server.ts";
import { eraseUnpublishedFiles } from "#app/modules/candidacies/index.server.ts";
import { findCertificate } from "#app/modules/certificates/index.server.ts";
import { eraseClaimOriginals } from "#app/modules/claims/index.server.ts";
import { eraseRollContacts, listClosedElections } from "#app/modules/elections/index.server.ts";
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
});

export type Erased = Readonly<Record<keyof z.infer<typeof retentionDays> | "recipients", number>>;

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
  for (const { electionId, closedAt } of await listClosedElections(context)) {
    const over = await overSince(context, electionId, closedAt);
    if (over === undefined) continue;
    const wish = { electionId };
    if (over <= before(periods.roll)) {
      erased.roll += await eraseRollContacts(context, wish);
      erased.recipients += await eraseRecipients(context, wish);
    }
    if (over <= before(periods.candidacies)) erased.candidacies += await eraseUnpublishedFiles(context, wish);
    if (over <= before(periods.claims)) erased.claims += await eraseClaimOriginals(context, wish);
  }
  return erased;
}

/** The official result; without one the close, unless the calendar still promises an official result. */
async function overSince(context: Context, electionId: string, closedAt: Date): Promise<Date | undefined> {
  const officialAt = (await findCertificate(context, electionId))?.officialAt ?? null;
  if (officialAt !== null) return new Date(officialAt);
  const stages = await findStages(context, electionId);
  return stages.some(({ kind }) => kind === "official-result") ? undefined : closedAt;
}
