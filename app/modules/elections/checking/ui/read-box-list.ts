// Fetches the whole list of the box.
import { linkToBoxList } from "../../links.ts";
import type { BoxList } from "../queries/box-list.server.ts";

/** The whole list, so that the server does not learn for which ballots somebody looks. */
export async function readBoxList(electionId: string): Promise<BoxList> {
  const response = await fetch(linkToBoxList(electionId));
  if (!response.ok) throw new Error(`the box answered ${response.status}`);
  return (await response.json()) as BoxList;
}
