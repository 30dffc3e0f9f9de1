// What the rule of delegation asks about the person who would hold the mandate.
import type { Account } from "#app/modules/accounts/index.server.ts";
import type { MandateFacts, RollMandate } from "#app/modules/elections/index.server.ts";
import { standsAs } from "#app/modules/elections/index.server.ts";
import { searchable } from "#app/modules/organizations/index.server.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import { isInForce } from "./delegations.server.ts";
import type { Delegate } from "../domain/may-delegate.ts";

/**
 * `except` is a delegation that is being accepted and counts already.
 *
 * Why by name too: a candidate need not have an account. Whoever bears such a candidate's name is asked to let somebody else be the delegate.
 */
export async function describeDelegate(
  context: ReadingContext,
  {
    facts,
    mandate,
    delegate,
    except,
  }: {
    readonly facts: MandateFacts;
    readonly mandate: RollMandate;
    readonly delegate: Pick<Account, "accountId" | "name">;
    readonly except?: string;
  },
): Promise<Delegate> {
  const running = await context.database.delegation.findMany({
    where: {
      electionId: facts.electionId,
      delegateId: delegate.accountId,
      state: { in: ["offered", "accepted"] },
      ...(except === undefined ? {} : { id: { not: except } }),
    },
  });
  const counted = await Promise.all(running.map(async (row) => row.state === "offered" || isInForce(context, row)));
  return {
    isHolder: mandate.holderId === delegate.accountId,
    standsAs: standsAs(delegate, facts.candidates, searchable),
    given: counted.filter(Boolean).length,
  };
}
