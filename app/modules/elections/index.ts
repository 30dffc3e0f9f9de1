// Front door for the browser: what other parts of the house show of elections.
export { ElectionPage } from "./ui/public/election-page.tsx";
export type { ElectionHeading } from "./ui/public/election-page.tsx";
export { OnlyAwake } from "./ui/ceremony/only-awake.tsx";
export { ResultPage } from "./ui/public/result-page.tsx";
export { SignStatement } from "./ui/ceremony/sign-statement.tsx";
export { MyElections } from "./ui/public/my-elections.tsx";
export type { MyElectionsProps } from "./ui/public/my-elections.tsx";
export type { OwnElection, OwnRollEntry } from "./queries/voter.server.ts";
export type { ElectionSummary } from "./queries/elections.server.ts";
export type { ElectionPhase } from "./domain/phase.ts";
export { CommissionDesk } from "./ui/desk/commission-desk.tsx";
export { CommissionHome } from "./ui/desk/commission-home.tsx";
export type { ElectionOfCommission } from "./ui/desk/commission-home.tsx";
export type { FurtherDuty } from "./ui/desk/duty-cards.tsx";
export { RollSigning } from "./ui/desk/roll-signing.tsx";
export * from "./links.ts";
export { ballotsOfCode } from "./checking/domain/ballots-of-code.ts";
export { guardBreakdown } from "./domain/privacy-guard.ts";
