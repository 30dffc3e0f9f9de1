// The votes by hand that two members have allowed, asked again every few seconds while somebody looks: another member approves
// elsewhere. Why not Remix's revalidation: it would close the list of codes that is open on the page.
import { useEffect, useState } from "react";
import type { AllowedVote } from "../../queries/voter-help.server.ts";
import { fetchAllowedVotes } from "./voter-help.client.ts";

const everyMs = 4_000;

export function useAllowedVotes(electionId: string, first: readonly AllowedVote[]): readonly AllowedVote[] {
  const [allowed, setAllowed] = useState(first);
  useEffect(() => {
    const look = async () => {
      const now = document.hidden ? undefined : await fetchAllowedVotes(electionId);
      if (now !== undefined) setAllowed(now);
    };
    const timer = setInterval(() => void look(), everyMs);
    return () => clearInterval(timer);
  }, [electionId]);
  return allowed;
}
