// The history of a network or an AS number, with the names of the people and organisations in it. The first line of a sub-assignment
// gets its author from the log; what a register file brought has none.
import { listContactCards } from "#app/modules/accounts/index.server.ts";
import { listHistoryOf } from "#app/modules/audit-log/index.server.ts";
import { listOrganizationLines } from "#app/modules/organizations/index.server.ts";
import type { Json } from "#app/lib/canonical-json/index.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { FormerState, RegistrationEvent } from "../domain/registration-history.ts";
import { eventsOf, sinceHolder } from "../domain/registration-history.ts";

export interface RegistrationHistory {
  /** Newest first. */
  readonly events: readonly RegistrationEvent[];
  /** Identifier → what people call it. */
  readonly names: Readonly<Record<string, string>>;
}

export interface HistoryWish {
  readonly subject: "network" | "autonomous-system";
  readonly resource: string;
  readonly now: { readonly state: Readonly<Record<string, Json>>; readonly since: Date };
  /** Privacy: a range was perhaps the home of somebody else before. */
  readonly withFormerHolders: boolean;
}

export async function historyOfRegistration(
  context: ReadingContext,
  { subject, resource, now, withFormerHolders }: HistoryWish,
): Promise<RegistrationHistory> {
  const rows = await context.database.registrationVersion.findMany({
    where: { subject, resource },
    orderBy: [{ validUntil: "asc" }, { version: "asc" }],
  });
  const former = rows.map(({ state, validFrom, validUntil, isLast, changedByName }): FormerState => {
    return { state: state as Record<string, Json>, validFrom, validUntil, isLast, changedByName };
  });
  const log = await listHistoryOf(context, { subjectType: subject, subjectId: resource, limit: 200 });
  const authors = new Map(
    log.filter(({ action }) => action.endsWith("-registered")).map(({ at, actorName }) => [at, actorName]),
  );
  const holderId = now.state["organizationId"] ?? null;
  const shown = withFormerHolders ? former : sinceHolder(former, holderId);
  const events = eventsOf(shown, now).map((event) =>
    event.kind === "registered" ? { ...event, by: authors.get(event.at.toISOString()) ?? null } : event,
  );
  return { events, names: await namesIn(context, events) };
}

async function namesIn(context: ReadingContext, events: readonly RegistrationEvent[]): Promise<Record<string, string>> {
  const valuesOf = (wanted: (field: string) => boolean) =>
    events
      .flatMap(({ changes }) => changes.filter(({ field }) => wanted(field)))
      .flatMap(({ before, after }) => [before, after])
      .filter((value) => typeof value === "string");
  const people = await listContactCards(
    context,
    valuesOf((field) => field.endsWith("ContactId")),
  );
  const holders = await listOrganizationLines(
    context,
    valuesOf((field) => field === "organizationId"),
  );
  return Object.fromEntries([
    ...people.map(({ accountId, userId, name }) => [accountId, `${name} (${userId})`] as const),
    ...holders.map(({ id, handle, name }) => [id, `${name} (${handle})`] as const),
  ]);
}
