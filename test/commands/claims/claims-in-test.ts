// Claims for tests: an election with a frozen roll, and a member whose contact objects.
import { expectOk } from "#app/lib/result/index.ts";
import { fileClaim, proposeDecision } from "#app/modules/claims/index.server.ts";
import type { DecideClaimInput, FileClaimInput } from "#app/modules/claims/index.server.ts";
import { createOrganization, setContact } from "#app/modules/organizations/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { aPersonWithAccount, anElection } from "#test/factories/elections.ts";
import { byTwo } from "#test/factories/two-people.ts";
import type { Given } from "#test/setup/databases.ts";

export const claimText = "Nuestra organización tiene un bloque IPv4 y pagó su cuota: debería estar en el padrón.";

/** Decides as two commissioners do: one proposes, the other approves. */
export function decideByTwo(first: Context, second: Context, input: DecideClaimInput) {
  return byTwo(proposeDecision(first, input), second);
}

/** An election while its roll may be contested, and Rosa, contact of an organisation that is not on it. */
export async function aContestedRoll(given: Given) {
  const election = await (await anElection(given)).frozen();
  const rosa = await aPersonWithAccount(given, "Rosa Reclama", []);
  const { organizationId } = expectOk(
    await createOrganization(given.context(), { name: "Redes del Reclamo", country: "HN" }),
  );
  expectOk(await setContact(given.context(), { organizationId, role: "membership", accountId: rosa.accountId }));
  const claim: FileClaimInput = {
    electionId: election.electionId,
    kind: "roll",
    ground: "missing",
    organizationId,
    text: claimText,
  };
  const asRosa = () => given.context({ actor: rosa });
  const asCommissioner = (index = 0) => given.context({ actor: election.commission[index]! });
  return {
    ...{ election, rosa, organizationId, claim, asRosa, asCommissioner },
    file: async (wish: Partial<FileClaimInput> = {}) => expectOk(await fileClaim(asRosa(), { ...claim, ...wish })),
  };
}
