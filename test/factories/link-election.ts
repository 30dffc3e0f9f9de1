// An open election in which the first two organisations vote by link, under an address that no account has, and the third with its account.
import { expectOk } from "#app/lib/result/index.ts";
import type { Given } from "../setup/databases.ts";
import type { ElectionInTest } from "./elections.ts";
import { anElection } from "./elections.ts";

const header = "handle,organization_name,contact,email,language,country,votes";

export async function anElectionByLink(given: Given): Promise<ElectionInTest> {
  return (await linkElection(given)).open();
}

/** The same before its roll is frozen. */
export async function linkElection(given: Given): Promise<ElectionInTest> {
  const election = await anElection(given, { withoutContact: [0, 1] });
  const lines = [0, 1].map(
    (voter) => `${election.voters[voter]!.handle},Red,Vera,${addressOf(election, voter)},es,HN,`,
  );
  const csv = [header, ...lines].join("\n");
  const rights = async () => election.rights();
  expectOk(await election.importVoters(csv, rights));
  return election;
}

/** Where the link of a voter goes. */
export function addressOf(election: ElectionInTest, voter: number): string {
  return election.voters[voter]!.email.replace("members", "lista");
}
