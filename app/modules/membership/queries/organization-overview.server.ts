// Everything that the page of one organisation shows.
import { listHistoryOf } from "#app/modules/audit-log/index.server.ts";
import type { AuditLine } from "#app/modules/audit-log/index.server.ts";
import { attributionOf, listContactsOf } from "#app/modules/organizations/index.server.ts";
import type { Contact, Organization } from "#app/modules/organizations/index.ts";
import { holdingsOf } from "#app/modules/resources/index.server.ts";
import type { Holding } from "#app/modules/resources/index.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import { isDay } from "../domain/day.ts";
import type { MembershipPeriod } from "../domain/membership-period.ts";
import type { VotingRight } from "../domain/right-to-vote.ts";
import type { MembershipClass } from "../domain/rules.ts";
import type { DebtLine } from "./membership-history.server.ts";
import { membershipHistoryOf } from "./membership-history.server.ts";
import { rulesOn } from "./rules.server.ts";
import { votingRightOf } from "./voting-rights.server.ts";

export interface OrganizationOverview {
  readonly organization: Organization;
  readonly contacts: readonly Contact[];
  readonly holdings: readonly Holding[];
  readonly right: VotingRight;
  readonly classes: readonly MembershipClass[];
  readonly periods: readonly MembershipPeriod[];
  readonly debts: readonly DebtLine[];
  readonly history: readonly AuditLine[];
  readonly attribution: string;
  readonly today: string;
}

const entriesShown = 30;

/** `day` is the day for which the votes are explained; what is no day means today. */
export async function organizationOverview(
  context: ReadingContext,
  organization: Organization,
  day: string | null,
): Promise<OrganizationOverview> {
  const { id } = organization;
  const today = context.clock.now().toISOString().slice(0, 10);
  const date = day !== null && isDay(day) ? day : today;
  const rules = await rulesOn(context, date);
  return {
    organization,
    contacts: await listContactsOf(context, [id]),
    holdings: (await holdingsOf(context, [id])).get(id) ?? [],
    right: await votingRightOf(context, id, date),
    classes: rules.document.classes,
    ...(await membershipHistoryOf(context, id)),
    history: await listHistoryOf(context, { subjectType: "organization", subjectId: id, limit: entriesShown }),
    attribution: await attributionOf(context, organization),
    today,
  };
}
