// The public credentials of a sealed election, read once.
import type { CredentialList, GroupName } from "#app/lib/ballot-protocol/index.ts";
import { parseCredentials } from "#app/lib/ballot-protocol/index.ts";
import { expectOk } from "#app/lib/result/index.ts";
import type { Context } from "#app/platform/context.server.ts";

/** Parsing a large list takes a while; once per election is enough, because a sealed list never changes. */
const parsedCredentials = new WeakMap<Context["database"], Map<string, CredentialList>>();

export async function credentialsOf(
  context: Context,
  election: { readonly id: string; readonly group: string },
): Promise<CredentialList> {
  const ofDatabase = parsedCredentials.get(context.database) ?? new Map<string, CredentialList>();
  parsedCredentials.set(context.database, ofDatabase);
  const known = ofDatabase.get(election.id);
  if (known) return known;
  const { credentialsPayload } = await context.database.election.findUniqueOrThrow({
    where: { id: election.id },
    select: { credentialsPayload: true },
  });
  const parsed = expectOk(parseCredentials(election.group as GroupName, credentialsPayload ?? "[]"));
  ofDatabase.set(election.id, parsed);
  return parsed;
}
