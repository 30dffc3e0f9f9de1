// The pages that an election has for everybody, by a name for the report.
export function publicPages(electionId: string): Record<string, string> {
  return {
    front: "/",
    verify: "/verify",
    elections: "/elections",
    election: `/elections/${electionId}`,
    roll: `/elections/${electionId}/roll`,
    box: `/elections/${electionId}/box`,
    result: `/elections/${electionId}/result`,
  };
}
