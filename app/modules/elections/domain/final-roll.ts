// Which elections are sealed only over a roll that was signed with the keys of the seats: every one that binds, and called tests too.

export function needsFinalRoll(election: { readonly isTest: boolean; readonly hasCall: boolean }): boolean {
  return !election.isTest || election.hasCall;
}
