// Who votes in the story of the whole election: five people of different weights, and one person for three organisations.
import { expect } from "vitest";
import { votingRightsOn } from "#app/modules/membership/index.server.ts";
import type { RunningHouse } from "../setup/running-house.ts";

export interface Mandate {
  readonly organizationName: string;
  readonly handle: string;
  readonly votes: number;
  readonly accountId: string;
  readonly userId: string;
  readonly email: string;
}

/** One organisation of each of five weights, each with its own person. */
export async function fiveMandates(house: RunningHouse): Promise<Mandate[]> {
  const rights = await votingRightsOn(house.context, house.clock.now().toISOString().slice(0, 10));
  const entitled = rights.filter((right) => right.isEntitled).sort((left, right) => left.votes - right.votes);
  const byVotes = new Map(entitled.map((right) => [right.votes, right]));
  const chosen = [...byVotes.values()].slice(0, 5);
  expect(chosen.length).toBe(5);
  return Promise.all(
    chosen.map(async (right) => {
      const account = await house.ground.database.account.findUniqueOrThrow({
        where: { id: right.contact?.accountId ?? "" },
      });
      const { name: organizationName, handle, votes } = right;
      await house.ground.database.account.update({ where: { id: account.id }, data: { language: "en" } });
      return { organizationName, handle, votes, accountId: account.id, userId: account.userId, email: account.email };
    }),
  );
}

/** Three more entitled organisations, all of which one person now acts for. */
export async function threeOfOnePerson(house: RunningHouse, taken: readonly Mandate[]): Promise<Mandate[]> {
  const rights = await votingRightsOn(house.context, house.clock.now().toISOString().slice(0, 10));
  const free = rights.filter(
    (right) => right.isEntitled && right.contact !== null && !taken.some(({ handle }) => handle === right.handle),
  );
  const chosen = free.slice(0, 3);
  expect(chosen.length).toBe(3);
  const accountId = chosen[0]?.contact?.accountId ?? "";
  const { database } = house.ground;
  const { userId, email } = await database.account.update({ where: { id: accountId }, data: { language: "en" } });
  await database.organizationContact.updateMany({
    where: { organizationId: { in: chosen.map(({ organizationId }) => organizationId) }, role: "membership" },
    data: { accountId },
  });
  return chosen.map(({ name, handle, votes }) => ({ organizationName: name, handle, votes, accountId, userId, email }));
}
